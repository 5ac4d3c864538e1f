import type { ReactNode } from 'react'
import { useActions, useMirror, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Mark } from '../../ui/icons'
import { useInputMethodFirst } from '../../ui/use-input-method-first'
import { Opening } from './opening'

export interface ReadyProps {
  /** It is drawn although Latchkey is locked. */
  readonly evenLocked?: boolean
  readonly children: ReactNode
}

/**
 * Draws a window once it has its first snapshot; before that, that it is coming or why it is not. While
 * Latchkey is locked, the windows that show anything are gone; one that is still there says so alone.
 */
export function Ready({ evenLocked = false, children }: ReadyProps) {
  useInputMethodFirst()
  const ready = useMirror((state) => state.snapshot !== undefined)
  const locked = useMirror((state) => state.snapshot?.lock.kind === 'locked')
  if (!ready) return <Opening />
  return locked && !evenLocked ? <Locked /> : children
}

function Locked() {
  const words = useText().lock
  const actions = useActions()
  return (
    <main className="alone">
      <Mark />
      <h1>{words.unlock.title}</h1>
      <Button onClick={() => void actions.openWindow('unlock')}>{words.elsewhere}</Button>
    </main>
  )
}
