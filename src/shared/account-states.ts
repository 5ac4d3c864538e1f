/** What an account can be, in the order in which it is told; without zod, because pages list them. */
export const accountStates = [
  'ready',
  'expired',
  'needs-login',
  'needs-verification',
  'unreachable',
  'blocked',
  'keychain-locked',
  'secret-missing',
] as const
export type AccountState = (typeof accountStates)[number]
