/** What a person calls an account and how it is marked. */
import type { CallInput } from '../../shared/contract'
import type { AccountEntry } from './book'

/** What is to change; what is left out stays, and a colour of `null` goes. */
export type Wanted = Omit<CallInput<'accounts.describe'>, 'account'>

/** Gives the entry as it is described from now on. A tag stands once, however it is written. */
export function describe(entry: AccountEntry, { label, colour, tags }: Wanted): AccountEntry {
  return {
    ...entry,
    label: label ?? entry.label,
    colour: colour === undefined ? entry.colour : (colour ?? undefined),
    tags: tags === undefined ? entry.tags : distinct(tags),
  }
}

/** The first of each tag, compared without regard to case. */
function distinct(tags: readonly string[]): string[] {
  const first = new Map<string, string>()
  for (const tag of tags) {
    const key = tag.toLowerCase()
    if (!first.has(key)) first.set(key, tag)
  }
  return [...first.values()]
}
