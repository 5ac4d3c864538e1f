/** What a secret must be so that every system's keychain gives back exactly what it was given. */
import { fail, ok, type Result } from '../../shared/failure'
import { secretLimitBytes } from './keychain'

/**
 * Refuses what keytar would refuse, cut or change: an empty secret, one with NUL (libsecret cuts it
 * there without an error), one that UTF-8 cannot carry, and one over `secretLimitBytes`.
 */
export function checkSecret(secret: string): Result<void> {
  const bytes = Buffer.from(secret, 'utf8')
  if (secret === '' || secret.includes('\0') || bytes.toString('utf8') !== secret) {
    return fail('invalid-input', { field: 'secret' })
  }
  return bytes.length > secretLimitBytes ? fail('secret-too-large') : ok(undefined)
}
