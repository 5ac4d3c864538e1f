import type { AttemptView } from '../../shared/flow'
import type { Text } from '../../shared/text'
import type { Bridge } from '../bridge'
import type { Mirror } from './mirror'
import type { Telling } from './telling'
import type { Place, UiStore } from './ui'

/** What the actions of every topic are made from. */
export interface ActionParts extends Telling {
  readonly bridge: Bridge
  readonly mirror: Mirror
  readonly ui: UiStore
  readonly text: () => Text
  /** Goes somewhere else; what is left behind is let go. */
  readonly goTo: (place: Place) => void
  /** Goes somewhere else and leaves what was there as it is. */
  readonly moveTo: (place: Place) => void
  /** Sees to an attempt that nobody looks at any more. */
  readonly letGo: (attempt: AttemptView) => void
}
