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
  readonly goTo: (place: Place) => void
}
