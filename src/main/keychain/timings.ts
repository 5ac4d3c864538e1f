/** How long the keychain may take. */

export interface KeychainTimings {
  /** Milliseconds that an unattended read may take. */
  readonly unattendedRead: number
  /** On macOS nothing tells that a prompt is shown; a call this slow is taken for one if nothing cuts it off. */
  readonly askingAfter: number
  /** Milliseconds that `close` gives to writes that are under way. */
  readonly closeWithin: number
  readonly killGrace: number
  /** Milliseconds that a write under way has to end by itself when it is cancelled. */
  readonly cancelWithin: number
  /** Milliseconds between what the system says of the keychain and the look at it. */
  readonly firstLook: number
  readonly firstRest: number
  readonly longestRest: number
  /** Milliseconds without a change after which the keychain counts as quiet again. */
  readonly quietFor: number
}

export const defaultTimings: KeychainTimings = {
  unattendedRead: 10_000,
  askingAfter: 1000,
  closeWithin: 3000,
  killGrace: 2000,
  cancelWithin: 1000,
  firstLook: 100,
  firstRest: 1000,
  longestRest: 60_000,
  quietFor: 60_000,
}
