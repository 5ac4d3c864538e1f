import type { PassphraseProblem } from '../../passphrase'
import { plural } from './counting'

/** Why a passphrase is refused, and what to do. */
const problems: Readonly<Record<PassphraseProblem, (minimum: number, maximum: number) => string>> =
  {
    'too-short': (minimum) => `Too short. Use at least ${minimum} characters.`,
    'too-long': (_, maximum) => `Too long. Use at most ${maximum} characters.`,
    common: () => 'Too common: it is among the first to be guessed. Choose another one.',
  }

/** Words about choosing and typing a passphrase, for the lock and for backups. */
export const passphrase = {
  label: 'Passphrase',
  new: 'New passphrase',
  current: 'Current passphrase',
  show: 'Show passphrase',
  hide: 'Hide passphrase',
  rule: (minimum: number) =>
    `At least ${minimum} characters of any kind. Four words chosen at random are strong and easy to type.`,
  missing: (characters: number) =>
    plural(characters, {
      one: 'One more character is needed.',
      other: (n) => `${n} more characters are needed.`,
    }),
  strength: 'Strength',
  strengthUnknown: 'Not known yet',
  strengths: {
    common: 'Too common: it is among the first to be guessed.',
    weak: 'Weak: whoever gets a copy could guess it within days.',
    fair: 'Fair: guessing it takes weeks or months.',
    good: 'Good: guessing it takes years.',
    strong: 'Strong: guessing it is out of reach.',
  },
  problems,
}
