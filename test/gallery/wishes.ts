/** What the words on the command line ask for. */
import { variants, type Variant } from './variants'

export type Wishes =
  | {
      readonly ok: true
      /** Parts of names of scenes; none for all scenes. */
      readonly names: readonly string[]
      readonly variants: readonly Variant[]
      /** Whether variants were named. */
      readonly some: boolean
    }
  | { readonly ok: false; readonly problem: string }

export function readWishes(words: readonly string[]): Wishes {
  const names: string[] = []
  const chosen: Variant[] = []
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--variant') {
      const name = rest.shift()
      const variant = variants.find((one) => one.name === name)
      if (!variant) return { ok: false, problem: unknown(name) }
      chosen.push(variant)
    } else if (word.startsWith('--')) {
      return { ok: false, problem: `There is no ${word}; there is --variant NAME.` }
    } else {
      names.push(word)
    }
  }
  return {
    ok: true,
    names,
    variants: chosen.length > 0 ? chosen : variants,
    some: chosen.length > 0,
  }
}

function unknown(name: string | undefined): string {
  const known = variants.map((variant) => variant.name).join(', ')
  return `There is no variant ${name ?? 'without a name'}. There are: ${known}.`
}
