/**
 * For tests: goes through a catalogue, whatever its shape, and calls its functions. Nothing of the
 * program uses it.
 */

/** Arguments for functions that take more than texts and numbers, by their path in the catalogue. */
export type Samples = Readonly<Record<string, readonly (readonly unknown[])[]>>

/** One text of a catalogue: where it stands, and what a person reads. */
export interface Told {
  readonly path: string
  readonly text: string
}

/** Every text that stands in a catalogue as it is. */
export function standing(catalogue: unknown): readonly Told[] {
  return textsIn(catalogue, '')
}

/**
 * A function of the catalogues, and arguments for it. Whether it takes a text, a number or a list cannot be seen,
 * so there are several ways to call it where both make sense.
 */
export interface Probe {
  readonly path: string
  readonly ways: readonly (readonly unknown[])[]
}

/**
 * Gives arguments for every function of the English catalogue: marks that are found again. Of marked
 * texts, numbers and lists those are taken of which English tells the most.
 */
export function probes(english: unknown, samples: Samples): readonly Probe[] {
  return functionsIn(english, '').flatMap(({ path, tell }) =>
    samples[path]
      ? samples[path].map((given) => ({ path, ways: [given] }))
      : [{ path, ways: bestWays(tell, path) }],
  )
}

/** What a catalogue says to a probe, called in the way in which it tells the most. */
export function answers(catalogue: unknown, { path, ways }: Probe): readonly Told[] {
  const found = path
    .split('/')
    .slice(1)
    .reduce<unknown>((within, key) => (within as Record<string, unknown>)[key], catalogue)
  const told = ways.map((given) => textsIn((found as Tell)(...given), path))
  return told.reduce((best, one) => (marksIn(one).length > marksIn(best).length ? one : best))
}

/**
 * What was put into a text, each once, whether it was put there as a text or as a number, and whatever a
 * language writes between thousands.
 */
export function marksIn(told: readonly Told[]): readonly string[] {
  const all = told
    .map(({ text }) => text.replaceAll(/(?<=\d)[\s,.’](?=\d{3})/g, ''))
    .join(' ')
    .replaceAll(/⟦(\d)⟧/g, (_, place: string) => ` ${numbers[Number(place)]} `)
  return [...new Set(all.match(/\d+/g) ?? [])].sort()
}

/** What comes of a value that is not what it should be; the last two are no numbers, too. */
export const nonsense = /undefined|\[object|NaN|epäluku|非数值/

type Tell = (...given: readonly unknown[]) => unknown

/** Small primes, so that no count of something else is taken for one. */
const numbers = [37, 53, 71, 97]

function bestWays(tell: Tell, path: string): Probe['ways'] {
  const ways = Array.from({ length: 3 ** tell.length }, (_, way) =>
    Array.from({ length: tell.length }, (_each, place) => {
      const kinds = [`⟦${place}⟧`, numbers[place], [`⟦${place}⟧`]]
      return kinds[Math.floor(way / 3 ** place) % 3]
    }),
  )
  const told = ways.flatMap((given) => {
    try {
      const texts = textsIn(tell(...given), '')
      const makesSense = texts.length > 0 && texts.every(({ text }) => !nonsense.test(text))
      return makesSense ? [{ given, marks: marksIn(texts).length }] : []
    } catch {
      return []
    }
  })
  const most = Math.max(...told.map(({ marks }) => marks))
  if (told.length === 0)
    throw new Error(`${path} takes no texts, numbers or lists: it needs samples.`)
  return told.filter(({ marks }) => marks === most).map(({ given }) => given)
}

function textsIn(value: unknown, path: string): readonly Told[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}/${key}`))
}

function functionsIn(value: unknown, path: string): readonly { path: string; tell: Tell }[] {
  if (typeof value === 'function') return [{ path, tell: value as Tell }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => functionsIn(part, `${path}/${key}`))
}
