/** What the person is told of keychain and files when they are not as usual. */
import type { Snapshot } from '../../shared/contract'
import { snapshot } from './samples'
import type { Scene } from './scenes'

type Missing = Extract<Snapshot['keychain'], { kind: 'unavailable' }>['reason']
const reasons: readonly Missing[] = [
  'no-session-bus',
  'no-secret-service',
  'no-keychain-library',
  'not-answering',
  'process-failed',
  'unknown',
]

export const keychainScenes: Readonly<Record<string, Scene>> = {
  'keychain-locked': { snapshot: snapshot({ keychain: { kind: 'locked' } }) },
  'keychain-asking': { snapshot: snapshot({ keychain: { kind: 'asking' } }) },
  'keychain-denied': { snapshot: snapshot({ keychain: { kind: 'denied' } }) },
  'keychain-memory': { snapshot: snapshot({ keychain: { kind: 'memory' } }) },
  'keychain-starting': { snapshot: snapshot({ keychain: { kind: 'starting' } }) },
  ...Object.fromEntries(
    reasons.map((reason) => [
      `keychain-missing-${reason}`,
      { snapshot: snapshot({ keychain: { kind: 'unavailable', reason } }) },
    ]),
  ),
  'book-restored': {
    snapshot: snapshot({ book: { kind: 'restored', setAside: '/home/anna/accounts.damaged' } }),
  },
  'settings-damaged': {
    snapshot: snapshot({
      settingsFile: {
        kind: 'damaged',
        setAside: 'settings.json.damaged-2026-02-03T04-05-06.000Z',
      },
    }),
  },
  'lock-damaged': {
    snapshot: snapshot({
      lockFile: { kind: 'damaged', setAside: 'lock.json.damaged-2026-02-03T04-05-06.000Z' },
    }),
  },
}
