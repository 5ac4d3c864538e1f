/** What both sides of the bridge know of passphrases: the lock's, and a backup's. */

/** In characters as a person counts them: code points. */
export const passphraseMinimum = 8
export const passphraseMaximum = 512

/** Why a new passphrase is refused. No composition is demanded. */
export type PassphraseProblem = 'too-short' | 'too-long' | 'common'

export function passphraseLengthProblem(
  passphrase: string,
): Exclude<PassphraseProblem, 'common'> | undefined {
  const { length } = Array.from(passphrase)
  if (length < passphraseMinimum) return 'too-short'
  return length > passphraseMaximum ? 'too-long' : undefined
}
