/**
 * Makes passwords that fit a field. Every password that the options allow is equally likely: letters
 * are drawn without the bias of a remainder, and one that lacks a kind of sign is thrown away whole.
 */

export interface PasswordOptions {
  readonly length: number
  /** Small letters and digits in groups, without those that look alike, and one capital. */
  readonly easy: boolean
}

export interface PasswordLimits {
  readonly min: number
  readonly max: number
}

/** Gives 32 random bits. Passed in, so that a test can say which. */
export type RandomWord = () => number

const lower = 'abcdefghijklmnopqrstuvwxyz'
const upper = lower.toUpperCase()
const digits = '0123456789'
/** The few that hardly any service refuses, and that stand on every keyboard. */
const signs = '-_.!'

const easyLower = 'abcdefghjkmnpqrstuvwxyz'
const easyDigits = '23456789'
const easyGroup = 5
const groupMark = '-'

/** What is offered at most; more cannot be guessed any less. */
const longest = 64
/** What is offered at least, where the service allows it: an easy one has close to 5 bits in each sign. */
const shortest = 12
const usual = 20

/** Between which lengths a person may choose at a field. */
export function lengthsFor(limits: PasswordLimits): PasswordLimits {
  const max = Math.min(limits.max, longest)
  return { min: Math.min(max, Math.max(limits.min, shortest)), max }
}

/** The length to begin with. */
export function usualLength(limits: PasswordLimits): number {
  const { min, max } = lengthsFor(limits)
  return Math.min(max, Math.max(min, usual))
}

/** Makes a password of exactly the length. */
export function generatePassword(
  { length, easy }: PasswordOptions,
  random: RandomWord = cryptoWord,
): string {
  return easy ? easyPassword(length, random) : mixedPassword(length, random)
}

function mixedPassword(length: number, random: RandomWord): string {
  const kinds = [lower, upper, digits, signs]
  return drawWithAll(length, kinds.join(''), kinds, random).join('')
}

function easyPassword(length: number, random: RandomWord): string {
  const marked = (at: number): boolean => at % (easyGroup + 1) === easyGroup && at < length - 1
  const places = Array.from({ length }, (_, at) => at)
  const drawn = places.filter((at) => !marked(at)).length
  const text = drawWithAll(drawn, easyLower + easyDigits, [easyLower, easyDigits], random)
  const letters = text.flatMap((sign, at) => (easyLower.includes(sign) ? [at] : []))
  const capital = letters[below(letters.length, random)] ?? 0
  text[capital] = (text[capital] ?? '').toUpperCase()
  return places.map((at) => (marked(at) ? groupMark : (text.shift() ?? ''))).join('')
}

/** Draws until every kind is there; too short a length for that takes what comes. */
function drawWithAll(
  length: number,
  alphabet: string,
  kinds: readonly string[],
  random: RandomWord,
): string[] {
  for (;;) {
    const drawn = Array.from({ length }, () => alphabet[below(alphabet.length, random)] ?? '')
    const has = (kind: string): boolean => drawn.some((sign) => kind.includes(sign))
    if (length < kinds.length || kinds.every(has)) return drawn
  }
}

const words = 2 ** 32

/** A number below `limit`, each equally likely: what lies beyond the last whole multiple is drawn anew. */
export function below(limit: number, random: RandomWord): number {
  const beyond = words - (words % limit)
  for (;;) {
    const word = random()
    if (word < beyond) return word % limit
  }
}

function cryptoWord(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}
