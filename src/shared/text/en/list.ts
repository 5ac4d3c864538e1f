/** Words of the list of accounts and of what a person says about an account. */
import type { AccountColour, AccountState } from '../../account'
import { home } from './accounts'
import { number, plural } from './counting'

type Filter =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'attention' }
  | { readonly kind: 'state'; readonly state: AccountState }

function filterName(filter: Filter): string {
  switch (filter.kind) {
    case 'tag':
      return `Tag: ${filter.tag}`
    case 'attention':
      return 'Needs you'
    case 'state':
      return home.states[filter.state]
  }
}

export const list = {
  count: (shown: number) => number(shown),
  hidden: (count: number) => `${number(count)} hidden`,
  hiddenMark: 'Hidden',
  /** Read out after a move. */
  moved: (label: string, place: number, of: number) =>
    `${label}: place ${number(place)} of ${number(of)}.`,
  filterName,
  clearFilter: (filter: string) => `Show all again, not only: ${filter}`,
  noMatchWithin: (query: string, filter: string) =>
    query === ''
      ? `No account under “${filter}” any more.`
      : `No account under “${filter}” matches “${query}”.`,
  more: (count: number) => plural(count, { one: 'and one more', other: (n) => `and ${n} more` }),
}

export const colours: Readonly<Record<AccountColour, string>> = {
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  purple: 'Purple',
  pink: 'Pink',
}

export const describing = {
  open: 'Label, colour and tags',
  label: 'Label',
  labelMissing: 'Give it a label.',
  labelTooLong: (limit: number) => `${limit} characters at most.`,
  colour: 'Colour',
  noColour: 'None',
  tags: 'Tags',
  tagsHint: 'Words for accounts that belong together. Press Enter or a comma after each.',
  tagTooLong: (limit: number) => `A tag has ${limit} characters at most.`,
  tooManyTags: (limit: number) => `${limit} tags at most.`,
  tagThere: (tag: string) => `“${tag}” is there already.`,
  removeTag: (tag: string) => `Take “${tag}” away`,
  showTag: (tag: string) => `Show all with the tag “${tag}”`,
  save: 'Save',
  cancel: 'Cancel',
  saved: (label: string) => `${label} is saved.`,
  hide: 'Hide from lists',
  unhide: 'Show in lists again',
  hiddenDone: (label: string) => `${label} is hidden; the search finds it.`,
  unhiddenDone: (label: string) => `${label} is back in the list.`,
  hiddenHint:
    'This account is left out of lists. It works as before, but you are not told when it needs you, unless it is active.',
}
