import { randomInt } from 'node:crypto'

export const lowerLetters = 'abcdefghijklmnopqrstuvwxyz'
export const digits = '0123456789'
export const alphanumerics = `${lowerLetters}${lowerLetters.toUpperCase()}${digits}`
export const hexDigits = '0123456789abcdef'

/** `length` characters of `alphabet`, each drawn on its own. */
export function randomText(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}
