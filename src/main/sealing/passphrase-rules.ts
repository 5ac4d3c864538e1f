/** What a new passphrase must be: long enough, and none that is guessed first. */
import { fail, ok, type Result } from '../../shared/failure'
import { passphraseLengthProblem } from '../../shared/passphrase'

/** A passphrase found in fewer guesses than ten to this power is among the common ones. */
const commonGuessesLog10 = 5

/**
 * Refuses a passphrase that is too short or too long, or so common that it would be guessed at once.
 * No letter, digit or sign is demanded. Fails with `invalid-input`: `field` is the given one, `detail`
 * one of `too-short`, `too-long`, `common`.
 */
export async function checkNewPassphrase(passphrase: string, field: string): Promise<Result<void>> {
  const length = passphraseLengthProblem(passphrase)
  if (length !== undefined) return fail('invalid-input', { field, detail: length })
  if (await isCommon(passphrase)) return fail('invalid-input', { field, detail: 'common' })
  return ok(undefined)
}

/** The lists of common passwords are large, so they are loaded when a passphrase is chosen. */
async function isCommon(passphrase: string): Promise<boolean> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const { dictionary, adjacencyGraphs: graphs } = common
  const guess = new ZxcvbnFactory({ dictionary, graphs })
  return guess.check(passphrase.slice(0, 100)).guessesLog10 < commonGuessesLog10
}
