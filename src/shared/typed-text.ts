/**
 * Takes out of what was typed or pasted what nobody meant: blanks around it, marks that are not seen,
 * and the wide signs of Chinese and Japanese keyboards. Only where a rule of the service's side makes
 * sure that it can do no harm: never in a password, and never in words of a person's own.
 */

/** Signs without a shape, as mails and web pages carry them: zero-width blanks, joiners, direction marks. */
const unseen = /[\p{Cf}\u{FE00}-\u{FE0F}]/gu

/** The wide form of each printable ASCII sign lies this far from it. */
const wide = /[\u{FF01}-\u{FF5E}]/gu
const wideOffset = 0xfee0

/** The full stop that a Chinese or Japanese keyboard gives. */
const wideStop = /[。｡]/gu

/** The same sign in its usual width; nothing else is folded, so that no letter turns into another. */
function narrow(text: string): string {
  return text
    .replace(wide, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - wideOffset))
    .replace(wideStop, '.')
}

/** A name with the address in angle brackets, as mail programs copy it. */
const named = /^[^<>]*<([^<>]+)>$/u

/** An e-mail address without `mailto:`, a name around it, or anything that is not seen. */
export function cleanAddress(typed: string): string {
  const text = narrow(typed.replace(unseen, '')).trim()
  return (named.exec(text)?.[1] ?? text).replace(/^mailto:/iu, '').trim()
}

/** Codes and answers are ASCII at every service, so folding them (NFKC) loses nothing. */
function folded(typed: string): string {
  return typed.replace(unseen, '').normalize('NFKC')
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** Whether it is a link that was pasted where a code is asked for, or a part of one. */
export function holdsLink(text: string): boolean {
  return /[/:?#=]/u.test(text)
}

/**
 * A code without blanks, because mails write codes in groups. A link in its place keeps them, since
 * they tell where it ends among other words: who asked for the code takes it out of there.
 */
export function cleanCode(typed: string): string {
  const text = folded(typed)
  return holdsLink(text) ? text.trim() : withoutBlanks(text)
}

/** What somebody reads off a picture. */
export function cleanAnswer(typed: string): string {
  return withoutBlanks(folded(typed))
}

/** A link or a token: its letters stay as they are, because a link may hold any of them. */
export function cleanPasted(typed: string): string {
  return narrow(typed.replace(unseen, '')).trim()
}

/** A line of a person's own: nothing within it is touched. */
export function cleanLine(typed: string): string {
  return typed.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '')
}
