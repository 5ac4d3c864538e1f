/** The keychain on its bad days. Real ones can be brought about on Linux only. */
import type { Fault } from '../fault'
import { lockedAtStart, lockedWhileRunning, promptDismissed } from '../keychain/locked'
import { sizes } from '../keychain/sizes'
import { answersLate, processKilled } from '../keychain/slow'
import { busRestarted, daemonKilled, noService, noSessionBus } from '../keychain/absent'

const fault = (name: string, run: Fault['run']): Fault => ({ fault: name, group: 'keychain', run })

export const keychainFaults: readonly Fault[] = [
  fault('keychain-no-session-bus', () => noSessionBus('')),
  fault('keychain-stale-session-bus', () => noSessionBus('stale')),
  fault('keychain-no-service', noService),
  fault('keychain-locked-at-start', lockedAtStart),
  fault('keychain-locked-while-running', lockedWhileRunning),
  fault('keychain-prompt-dismissed', promptDismissed),
  fault('keychain-daemon-killed', daemonKilled),
  fault('keychain-bus-restarted', busRestarted),
  fault('keychain-answers-after-30-s', answersLate),
  fault('keychain-process-killed', processKilled),
  fault('keychain-secrets-at-the-edge', sizes),
]
