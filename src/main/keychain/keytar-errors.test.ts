import { expect, it } from 'vitest'
import { explainKeytarError } from './keytar-errors'

it.each([
  [
    'Cannot autolaunch D-Bus without X11 $DISPLAY',
    { kind: 'unavailable', trouble: 'no-session-bus' },
  ],
  [
    'The name org.freedesktop.secrets was not provided by any .service files',
    { kind: 'unavailable', trouble: 'no-secret-service' },
  ],
  ['The name :1.0 was not provided by any .service files', { kind: 'stale' }],
  ['The session wrapping the secret does not exist', { kind: 'stale' }],
  ['Cannot create an item in a locked collection', { kind: 'locked' }],
  ['Timeout was reached', { kind: 'unavailable', trouble: 'not-answering' }],
  ['User canceled the operation.', { kind: 'denied' }],
  ['User interaction is not allowed.', { kind: 'locked' }],
  ['The stub received bad data.', { kind: 'too-large' }],
  [
    'Failed to load keytar native addon, checked []',
    { kind: 'unavailable', trouble: 'no-keychain-library' },
  ],
  ['Something new', { kind: 'unavailable', trouble: 'unknown', detail: 'Something new' }],
])('understands "%s"', (text, answer) => {
  expect(explainKeytarError(new Error(text))).toEqual(answer)
})
