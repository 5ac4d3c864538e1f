/** Takes the token out of what people paste: a bare token, a header line, a quoted string. */
import { fail, ok, type Result } from '../../shared/failure'

/**
 * Gives the token without `Authorization:`, `Bearer` and quotes around it. Fails with
 * `invalid-input` for the field `token` when what is left could not stand in a header: blanks inside
 * it, line breaks, anything but printable ASCII.
 */
export function pastedToken(text: string): Result<string> {
  const bare = text
    .trim()
    .replace(/^(["'`])([\s\S]*)\1$/u, '$2')
    .replace(/^authorization\s*:\s*/iu, '')
    .replace(/^bearer\s+/iu, '')
    .trim()
  if (bare === '') return fail('invalid-input', { field: 'token', detail: 'required' })
  const stands = /^[\x21-\x7e]+$/u.test(bare)
  return stands ? ok(bare) : fail('invalid-input', { field: 'token', detail: 'not-a-token' })
}
