/**
 * E-mail addresses as others may see them: the first letter and the server stay, so that their owner
 * still knows which one is meant. Used by windows, tray, log and diagnostics alike.
 */

/** What parts words from each other; an address does not go beyond it. */
const outside = String.raw`\s"'<>()\[\]{},;:=&?/\\|“”„‘’«»，。：；？！（）、「」《》`
const inText = new RegExp(`(?<![^@${outside}])([^@${outside}]+)(@|%40)(?=[^@${outside}.])`, 'giu')

/** Masks one address: `k…@example.com`. What is no address keeps its first letter. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${firstLetter(address)}…${at === -1 ? '' : address.slice(at)}`
}

/** Masks every address in a text; `known` ones also where they are written as nobody would expect. */
export function maskAddresses(text: string, ...known: readonly string[]): string {
  const exact = known
    .filter((address) => address.includes('@'))
    .reduce((kept, address) => kept.replaceAll(address, maskAddress(address)), text)
  // Most text holds none, and ten thousand accounts are looked through in one go.
  if (!exact.includes('@') && !exact.includes('%40')) return exact
  return exact.replace(inText, (_, local: string, at: string) => `${firstLetter(local)}…${at}`)
}

function firstLetter(text: string): string {
  return /^./su.exec(text)?.[0] ?? ''
}
