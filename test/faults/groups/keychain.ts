/** The keychain on its bad days. Real ones can be brought about on Linux only. */
import type { Fault } from '../fault'
import { lockedAtStart, lockedWhileRunning, promptDismissed } from '../keychain/locked'
import { noService, noSessionBus } from '../keychain/absent'

const fault = (name: string, run: Fault['run']): Fault => ({ fault: name, group: 'keychain', run })

export const keychainFaults: readonly Fault[] = [
  fault('keychain-no-session-bus', () => noSessionBus('')),
  fault('keychain-stale-session-bus', () => noSessionBus('stale')),
  fault('keychain-no-service', noService),
  fault('keychain-locked-at-start', lockedAtStart),
  fault('keychain-locked-while-running', lockedWhileRunning),
  fault('keychain-prompt-dismissed', promptDismissed),
]
