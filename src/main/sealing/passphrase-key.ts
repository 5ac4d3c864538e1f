/**
 * A key from a passphrase. This folder holds the cryptography that the lock and the backup share: how
 * a passphrase becomes a key, and how a key seals. It knows no accounts, files or keychain.
 */
import { randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

/** Octets of every key here: AES-256. */
export const keyBytes = 32

/**
 * How a passphrase is turned into a key; it stands in clear beside what is sealed. The limits keep a
 * file that somebody has spoilt from asking for all memory or for an hour.
 */
export const passphraseKeyShape = z.object({
  kind: z.literal('scrypt'),
  /** Work: 2 to the power of this. */
  log2N: z.number().int().min(10).max(20),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  salt: z.base64().length(24),
})
export type PassphraseKey = z.infer<typeof passphraseKeyShape>

/** What a try costs: 128 MiB and a few tenths of a second, as OWASP advises for scrypt. */
const cost = { log2N: 17, r: 8, p: 1 }

/** Fresh parameters with a salt of their own. `log2N` may be lower in tests. */
export function freshPassphraseKey(log2N: number = cost.log2N): PassphraseKey {
  return { kind: 'scrypt', ...cost, log2N, salt: randomBytes(16).toString('base64') }
}

/**
 * Derives the key of `keyBytes` octets, off the main thread. The passphrase is taken as typed, but
 * for its Unicode form (NFC), because keyboards of different systems write the same letter differently.
 * Rejects where the parameters ask for more than is allowed, and where the system has no memory left:
 * `asksForTooMuch` tells which.
 */
export function deriveKey(passphrase: string, how: PassphraseKey): Promise<Buffer> {
  const options = { N: 2 ** how.log2N, r: how.r, p: how.p, maxmem: 2 ** 31 - 1 }
  const salt = Buffer.from(how.salt, 'base64')
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, keyBytes, options, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** Whether a key was not derived because of what its parameters ask for, which no other try changes. */
export function asksForTooMuch(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS'
  )
}
