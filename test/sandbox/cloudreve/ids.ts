// Sandbox rule: a number in base 62 that looks like one of Cloudreve's hash ids. Not every text is one.

const symbols = 'k3XbP9fQ7sLmZ0aVtRgE5cYwNd1HjU8iKoB2xFvTyS4pGqCnJz6WuAhMrDelOI'
const base = symbols.length
const start = base ** 3
const stride = 1009

/** The public id of a user: four or more letters and digits. */
export function hashId(id: number): string {
  let rest = start + id * stride
  let text = ''
  while (rest > 0) {
    text = symbols.charAt(rest % base) + text
    rest = Math.floor(rest / base)
  }
  return text
}

/** The number behind a public id, or undefined where the text is none. */
export function idOf(text: string): number | undefined {
  let number = 0
  for (const character of text) {
    const value = symbols.indexOf(character)
    if (value === -1) return undefined
    number = number * base + value
  }
  const id = (number - start) / stride
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
