/**
 * keytar reports errors as text only. These are the texts that mean something to a person, measured
 * with gnome-keyring, or read in libsecret's, Apple's and Windows' own messages; in another language
 * of the system they are not recognised and become `unknown`.
 */
import type { Answer } from './protocol'

const meanings: readonly (readonly [RegExp, Answer])[] = [
  // A unique name, such as `:1.0`, belongs to a daemon that has gone. It has to stand before the
  // next one, which ends in the same words.
  [/name :1\.\d+ was not provided|:1\.\d+.*not provided by any/i, { kind: 'stale' }],
  [/session wrapping the secret does not exist/i, { kind: 'stale' }],
  [/connection is closed|object does not exist at path/i, { kind: 'stale' }],
  [/not provided by any \.service files/i, unavailable('no-secret-service')],
  [
    /autolaunch D-Bus|could not connect: |failed to connect to socket/i,
    unavailable('no-session-bus'),
  ],
  [/timeout was reached|did not receive a reply/i, unavailable('not-answering')],
  [/locked collection|user interaction is not allowed/i, { kind: 'locked' }],
  [/prompt was dismissed|operation was cancell?ed|user cancell?ed/i, { kind: 'denied' }],
  [/user name or passphrase you entered is not correct/i, { kind: 'denied' }],
  [/write permissions error|no access to (the )?item/i, { kind: 'denied' }],
  [/keychain could not be found/i, unavailable('no-secret-service')],
  [/stub received bad data/i, { kind: 'too-large' }],
  [/failed to load keytar native addon/i, unavailable('no-keychain-library')],
]

/** Tells what an error of keytar means. The text goes along where nothing better is known. */
export function explainKeytarError(error: unknown): Answer {
  const text = error instanceof Error ? error.message : String(error)
  const known = meanings.find(([pattern]) => pattern.test(text))
  return known?.[1] ?? { kind: 'unavailable', trouble: 'unknown', detail: text }
}

function unavailable(trouble: Extract<Answer, { kind: 'unavailable' }>['trouble']): Answer {
  return { kind: 'unavailable', trouble }
}
