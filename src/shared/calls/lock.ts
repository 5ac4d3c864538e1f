/** Calls about the lock. How it stands, and how far sealing has got, is told by the state's `lock`. */
import { z } from 'zod'
import { none, nothing } from './shapes'

/** As typed; whether it will do is for main to say. */
const passphrase = z.string().max(2_000)

export const lockCalls = {
  /**
   * Sets a passphrase and begins to seal every secret. Failures: `invalid-input` (field `passphrase`,
   * detail `too-short`, `too-long` or `common`), `unsupported` where there is a passphrase already,
   * `keychain-unavailable` while secrets are kept in memory, `book-read-only` and `book-damaged` where
   * the list of accounts may lack some, `disk-failed`; then nothing has changed.
   * A secret that cannot be sealed is met later: the state's `lock` is then `stopped`, and bears the
   * failure (`secret-too-large`, the keychain's) and whose secret it is.
   */
  'lock.turnOn': { input: z.object({ passphrase }).strict(), output: nothing },
  /**
   * Takes the passphrase away and begins to put every secret back in clear. Failures: as `lock.unlock`, and
   * as `lock.turnOn` where secrets are out of reach. One that the keychain lacks although the account has it
   * stops this (`secret-missing`), and so the passphrase stays, which may be needed where it does lie.
   */
  'lock.turnOff': { input: z.object({ passphrase }).strict(), output: nothing },
  /** Goes on with what has stopped. */
  'lock.goOn': { input: none, output: nothing },
  /** Stops sealing or unsealing after the secret under way. */
  'lock.stop': { input: none, output: nothing },
  /** Sets another passphrase (field `next`); no secret is written anew. */
  'lock.change': { input: z.object({ passphrase, next: passphrase }).strict(), output: nothing },
  'lock.lock': { input: none, output: nothing },
  /** Failures: `wrong-passphrase`, and `too-many-tries` without a look at it; both with `retryAt`. */
  'lock.unlock': { input: z.object({ passphrase }).strict(), output: nothing },
} as const
