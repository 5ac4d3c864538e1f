/**
 * A language that nobody speaks: English with accents, longer by two fifths and in brackets. What is cut
 * off, runs over its neighbour or does not stand in a catalogue shows at once. Addresses, names and
 * numbers that are put into a sentence stay as they are.
 */

const accented: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'î', n: 'ñ', o: 'ö', s: 'š', u: 'û', y: 'ý', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ø', S: 'Š', U: 'Û', Y: 'Ý', Z: 'Ž' },
}

/** Longer by so much, as German and Finnish can be. */
const growth = 0.4

/** Makes a whole catalogue of another one; its functions give what they gave, written so. */
export function pseudo<T>(catalogue: T): T {
  // What comes out has the shape that went in, which a type cannot follow through every function.
  return disguise(catalogue, []) as T
}

/** `kept` is what was put into the words from outside. */
function disguise(value: unknown, kept: readonly string[]): unknown {
  if (typeof value === 'string') return disguiseText(value, kept)
  if (typeof value === 'function') {
    const tell = value as (...given: readonly unknown[]) => unknown
    return (...given: readonly unknown[]) => disguise(tell(...given), given.flatMap(stringsIn))
  }
  if (Array.isArray(value)) return value.map((part: unknown) => disguise(part, kept))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, disguise(part, kept)]))
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

function disguiseText(text: string, kept: readonly string[]): string {
  if (text === '') return ''
  // The longest first: a name may stand in an address.
  const longestFirst = [...kept].sort((one, other) => other.length - one.length)
  return `[${between(text, longestFirst)}]`
}

function between(text: string, kept: readonly string[]): string {
  const [part, ...others] = kept
  if (part === undefined) return lengthen(text)
  return text
    .split(part)
    .map((piece) => between(piece, others))
    .join(part)
}

function lengthen(text: string): string {
  let missing = 0
  return Array.from(text)
    .map((letter) => {
      missing += growth
      const written = accented[letter] ?? letter
      if (!/[aeiou]/i.test(letter)) return written
      const more = Math.floor(missing)
      missing -= more
      return written + written.toLowerCase().repeat(more)
    })
    .join('')
}
