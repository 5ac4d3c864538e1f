/**
 * The unlock window: one state, one sentence, one action. It is the only window while Latchkey is
 * locked, and shows nothing of any account.
 */
import { useText } from '../../stores/context'
import { Mark } from '../../ui/icons'
import { Ready } from '../shell/ready'
import '../shell/shell.css'

export function UnlockWindow() {
  return (
    <Ready>
      <UnlockPage />
    </Ready>
  )
}

function UnlockPage() {
  const text = useText()
  return (
    <main className="alone">
      <Mark />
      <h1>{text.failures['latchkey-locked'].title}</h1>
    </main>
  )
}
