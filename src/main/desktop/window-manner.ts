/** How a window comes on the screen when it takes the place of others. */
import type { WindowKind } from '../../shared/contract'
import type { Rectangle } from './window-place'

/** Before the person; in sight without taking the keys; or as small as it was before. */
export type Manner = 'in-front' | 'behind' | 'minimized'

export interface ShownWindow {
  readonly kind: WindowKind
  readonly focused: boolean
  readonly minimized: boolean
  readonly bounds: Rectangle
}

/** What was on the screen before it was cleared. */
export interface ClearedWindows {
  /** In the order in which they can come back: what had the keys comes last. */
  readonly kinds: readonly WindowKind[]
  readonly manner: Manner
  /** Where the most visible of them was. */
  readonly over: Rectangle
}

/** What can take the place of windows; undefined where none was on the screen. */
export function clearedWindows(shown: readonly ShownWindow[]): ClearedWindows | undefined {
  const ordered = [...shown].sort((one, other) => rank(one) - rank(other))
  const first = ordered.at(-1)
  if (!first) return undefined
  return { kinds: ordered.map(({ kind }) => kind), manner: mannerOf(first), over: first.bounds }
}

const manners = ['minimized', 'behind', 'in-front'] as const

function rank(window: ShownWindow): number {
  return manners.indexOf(mannerOf(window))
}

function mannerOf({ focused, minimized }: ShownWindow): Manner {
  if (minimized) return 'minimized'
  return focused ? 'in-front' : 'behind'
}
