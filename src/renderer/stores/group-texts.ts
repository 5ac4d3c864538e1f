/**
 * The texts that the accounts of a group are found by, and where a word stands in them. Who types on asks for
 * the same word with one letter more, so where it stood before is looked at first: it mostly stands there still.
 */
import type { ServerGroup } from './account-groups'
import { accountText } from './account-text'

/** By account, in the group's order. */
interface GroupTexts {
  readonly texts: readonly string[]
  readonly latest?: { readonly word: string; readonly at: readonly number[] }
}

/** Known as long as the group is; texts are put together once, not with each key stroke. */
const known = new WeakMap<ServerGroup, GroupTexts>()

/** Where a folded word stands in the text of each account of a group; -1 where it does not. */
export function placesIn(group: ServerGroup, word: string): readonly number[] {
  const { texts, latest } = known.get(group) ?? { texts: textsOf(group) }
  const from = latest && word.startsWith(latest.word) ? latest : { word, at: [] }
  const more = word.slice(from.word.length)
  const at = texts.map((text, index) => {
    const place = from.at[index]
    if (place === undefined) return text.indexOf(word)
    // What stands nowhere does not with a letter more.
    if (place < 0 || text.startsWith(more, place + from.word.length)) return place
    return text.indexOf(word, place)
  })
  known.set(group, { texts, latest: { word, at } })
  return at
}

/** Gives a group with fewer accounts of the same server what is known of them; `kept` tells which those are. */
export function handOnTexts(
  group: ServerGroup,
  fewer: ServerGroup,
  kept: readonly boolean[],
): void {
  const found = known.get(group)
  if (!found) return
  const left = <T>(all: readonly T[]): readonly T[] => all.filter((_one, index) => kept[index])
  const { texts, latest } = found
  known.set(fewer, {
    texts: left(texts),
    ...(latest && { latest: { word: latest.word, at: left(latest.at) } }),
  })
}

function textsOf({ accounts, server, service }: ServerGroup): readonly string[] {
  return accounts.map((account) => accountText(account, server, service))
}
