import type { ReactNode } from 'react'
import { useMirror } from '../../stores/context'
import { Opening } from './opening'

/** Draws a window once it has its first snapshot; before that, that it is coming or why it is not. */
export function Ready({ children }: { children: ReactNode }) {
  const ready = useMirror((state) => state.snapshot !== undefined)
  return ready ? children : <Opening />
}
