/** What both sides of the bridge know of passphrases: the lock's, and a backup's. */

/** In characters as a person counts them: code points. */
export const passphraseMinimum = 8
export const passphraseMaximum = 512

/** A passphrase found in fewer guesses than ten to this power is among the common ones. */
const commonGuessesLog10 = 5

/** Of a longer one only so much is looked at: the estimate would take long, and change nothing. */
const estimatedCharacters = 100

/** Why a new passphrase is refused. No composition is demanded. */
export type PassphraseProblem = 'too-short' | 'too-long' | 'common'

export function passphraseLengthProblem(
  passphrase: string,
): Exclude<PassphraseProblem, 'common'> | undefined {
  const { length } = Array.from(passphrase)
  if (length < passphraseMinimum) return 'too-short'
  return length > passphraseMaximum ? 'too-long' : undefined
}

/** Tells in how many guesses a passphrase would be found, as a power of ten. */
export type Guesser = (passphrase: string) => number

export function isCommon(guessesLog10: number): boolean {
  return guessesLog10 < commonGuessesLog10
}

/** Loads what estimates passphrases. The lists of common ones are large, so nothing loads them before. */
export async function loadGuesser(): Promise<Guesser> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs: graphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const guess = new ZxcvbnFactory({ dictionary, graphs })
  return (passphrase) => guess.check(passphrase.slice(0, estimatedCharacters)).guessesLog10
}
