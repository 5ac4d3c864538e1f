/** The program killed at every durable operation of everything it does. */
import { deeds } from '../crash/deeds'
import { killEverywhere } from '../crash/matrix'
import type { Fault } from '../fault'

export const crashFaults: readonly Fault[] = deeds.map((deed) => ({
  fault: `crash-${deed.id.replaceAll(' ', '-')}`,
  group: 'crash',
  run: () => killEverywhere(deed),
}))
