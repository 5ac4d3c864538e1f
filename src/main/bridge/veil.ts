/** What windows may know while Latchkey is locked: how the lock stands, and nothing of any account. */
import type { Change } from '../../shared/contract'

export { veilSnapshot } from '../../shared/veil'

/** A change without anything of accounts, removals, attempts, servers and questions. */
export function veilChange({ rev, locale, keychain, lock, settings, desktop }: Change): Change {
  return {
    rev,
    ...(locale && { locale }),
    ...(keychain && { keychain }),
    ...(lock && { lock }),
    ...(settings && { settings }),
    ...(desktop && { desktop }),
  }
}
