/** The quick-login window's screen: finds an account by a few letters and logs it in. */
import { useText } from '../../stores/context'
import { Ready } from '../shell/ready'

export function QuickLoginWindow() {
  return (
    <Ready>
      <QuickLogin />
    </Ready>
  )
}

function QuickLogin() {
  const text = useText()
  return <main>{text.app.name}</main>
}
