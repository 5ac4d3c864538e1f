/** What a new passphrase must be: long enough, and none that is guessed first. */
import { fail, ok, type Result } from '../../shared/failure'
import { isCommon, loadGuesser, passphraseLengthProblem } from '../../shared/passphrase'

/**
 * Refuses a passphrase that is too short or too long, or so common that it would be guessed at once.
 * No letter, digit or sign is demanded. Fails with `invalid-input`: `field` is the given one, `detail`
 * one of `too-short`, `too-long`, `common`.
 */
export async function checkNewPassphrase(passphrase: string, field: string): Promise<Result<void>> {
  const length = passphraseLengthProblem(passphrase)
  if (length !== undefined) return fail('invalid-input', { field, detail: length })
  // The lists are not kept in memory: a passphrase is chosen once in a long while.
  const guessesLog10 = (await loadGuesser())(passphrase)
  if (isCommon(guessesLog10)) return fail('invalid-input', { field, detail: 'common' })
  return ok(undefined)
}
