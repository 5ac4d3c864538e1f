/** How hard a passphrase is to guess, estimated without holding up whoever types it. */
import { useEffect, useState } from 'react'
import {
  isCommon,
  loadGuesser,
  passphraseLengthProblem,
  type Guesser,
} from '../../../shared/passphrase'

export const strengths = ['common', 'weak', 'fair', 'good', 'strong'] as const
export type Strength = (typeof strengths)[number]

/**
 * From how many guesses on, as a power of ten. Whoever has copied what a passphrase protects tries
 * about a thousand a second on a good graphics card, because each costs 128 MiB: 10^8 are a day, 10^10
 * months, 10^14 are out of reach.
 */
const from = { fair: 8, good: 10, strong: 14 } as const

/** Nothing is estimated while the person is typing on. Milliseconds. */
const pauseMs = 150

/** Names what an estimate means. */
export function strengthOf(guessesLog10: number): Strength {
  if (isCommon(guessesLog10)) return 'common'
  if (guessesLog10 < from.fair) return 'weak'
  if (guessesLog10 < from.good) return 'fair'
  return guessesLog10 < from.strong ? 'good' : 'strong'
}

let loading: Promise<Guesser> | undefined

/** Loads what is needed to estimate, once; as soon as a new passphrase is likely to be typed. */
export function prepareEstimate(): Promise<Guesser | undefined> {
  loading ??= loadGuesser()
  return loading.catch(() => {
    // Without an estimate the main process still refuses what is common.
    loading = undefined
    return undefined
  })
}

/** How strong a secret is; undefined for one that does not fit anyway, and until it is known. */
export function useStrength(
  passphrase: string,
  fits = passphraseLengthProblem(passphrase) === undefined,
): Strength | undefined {
  const [strength, setStrength] = useState<Strength>()
  useEffect(() => {
    let late = false
    async function estimate() {
      const guess = fits ? await prepareEstimate() : undefined
      if (!late) setStrength(guess && strengthOf(guess(passphrase)))
    }
    const timer = setTimeout(() => void estimate(), pauseMs)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [passphrase, fits])
  return fits ? strength : undefined
}
