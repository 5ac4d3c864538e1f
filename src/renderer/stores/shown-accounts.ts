/**
 * What the list shows of all groups: those that match what is searched for. A key stroke looks through
 * what was found before it, as long as it only asks for more.
 */
import type { AccountState, AccountView } from '../../shared/account'
import type { Text } from '../../shared/text'
import { hiddenIn, type ServerGroup } from './account-groups'
import { foldText, queryWords } from './account-text'
import { wholeAccount } from './covered'
import { handOnTexts, placesIn } from './group-texts'
import { waitsForPerson } from './selectors'

/**
 * What the list is narrowed to, beside the search: a tag, what waits for the person, or a state. The tag is the
 * whole one also while addresses are hidden, so that it finds the same before and after.
 */
export type ListFilter =
  { kind: 'tag'; tag: string } | { kind: 'attention' } | { kind: 'state'; state: AccountState }

/** What the list shows of all groups. */
export interface ShownAccounts {
  /** Without the groups in which nothing is shown. */
  readonly groups: readonly ServerGroup[]
  /** How many accounts stand in these groups. */
  readonly count: number
  /** Hidden accounts, which stand apart from the groups; while something is searched for, none. */
  readonly hidden: readonly AccountView[]
}

interface Asked {
  readonly words: readonly string[]
  readonly filter: ListFilter | undefined
  readonly text: Text
}

type Answered = Asked & { readonly shown: ShownAccounts }

/** The latest answer for each state of the groups: the list and the number of matches ask the same. */
const latest = new WeakMap<readonly ServerGroup[], Answered>()

/**
 * What is shown of the groups. A query matches label, e-mail, tags, server, service and the words of the
 * state; every word of it has to be found. Whoever searches finds hidden accounts in their groups, too.
 */
export function shownAccounts(
  groups: readonly ServerGroup[],
  query: string,
  filter: ListFilter | undefined,
  text: Text,
): ShownAccounts {
  const asked: Asked = { words: queryWords(query), filter, text }
  const last = latest.get(groups)
  const within = last && isWithin(asked, last) ? last : undefined
  if (within && isWithin(within, asked)) return within.shown
  const shown = answer(groups, asked, within)
  latest.set(groups, { ...asked, shown })
  return shown
}

/** Whether whatever matches `asked` matches `wider` as well. */
function isWithin(asked: Asked, wider: Asked): boolean {
  if (asked.filter !== wider.filter || asked.text !== wider.text) return false
  if (isWhole(wider)) return isWhole(asked)
  return wider.words.every((old) => asked.words.some((word) => word.includes(old)))
}

/** Nothing is searched for, so hidden accounts stand apart. */
function isWhole({ words, filter }: Asked): boolean {
  return words.length === 0 && !filter
}

/**
 * `within` is the answer to something that asked for less, if there is one; where nothing is taken from it, it
 * is the answer to this as well, and nothing need be drawn anew.
 */
function answer(
  groups: readonly ServerGroup[],
  asked: Asked,
  within: Answered | undefined,
): ShownAccounts {
  if (isWhole(asked)) return withoutHidden(groups)
  if (!within) return counted(searched(groups, asked), [])
  const { shown } = within
  const words = asked.words.filter((word) => !within.words.includes(word))
  const left = searched(shown.groups, { ...asked, words, filter: undefined })
  const takesNone =
    left.length === shown.groups.length && left.every((group) => shown.groups.includes(group))
  return takesNone ? shown : counted(left, [])
}

/** Groups with those of their accounts that match; a group in which all do stays what it is. */
function searched(
  groups: readonly ServerGroup[],
  { words, filter, text }: Asked,
): readonly ServerGroup[] {
  const states = stateTexts(text)
  const passes = filter && filterTest(filter)
  return groups.flatMap((group) => {
    const found = words.map((word) => ({ word, places: placesIn(group, word) }))
    return narrowed(group, (account, at) => {
      if (passes && !passes(account)) return false
      for (const { word, places } of found) {
        if (places[at] === -1 && !states(account.state).includes(word)) return false
      }
      return true
    })
  })
}

function withoutHidden(groups: readonly ServerGroup[]): ShownAccounts {
  const hidden = groups.flatMap(hiddenIn)
  if (hidden.length === 0) return counted(groups, hidden)
  const left = groups.flatMap((group) => narrowed(group, (account) => !account.hidden))
  return counted(left, hidden)
}

/** The group with the accounts that are kept, or none; one that keeps them all stays what it is. */
function narrowed(
  group: ServerGroup,
  keeps: (account: AccountView, at: number) => boolean,
): readonly ServerGroup[] {
  const kept = group.accounts.map(keeps)
  if (!kept.includes(false)) return [group]
  if (!kept.includes(true)) return []
  const left = { ...group, accounts: group.accounts.filter((_account, at) => kept[at]) }
  handOnTexts(group, left, kept)
  return [left]
}

function counted(groups: readonly ServerGroup[], hidden: readonly AccountView[]): ShownAccounts {
  return { groups, count: groups.reduce((sum, { accounts }) => sum + accounts.length, 0), hidden }
}

function filterTest(filter: ListFilter): (account: AccountView) => boolean {
  switch (filter.kind) {
    case 'tag': {
      const wanted = filter.tag.toLowerCase()
      return (account) => wholeAccount(account).tags.some((tag) => tag.toLowerCase() === wanted)
    }
    case 'attention':
      return waitsForPerson
    case 'state':
      return ({ state }) => state === filter.state
  }
}

/** The words of a state as it is shown and as it is called: “log in again”, “needs login”. */
function stateTexts(text: Text): (state: AccountView['state']) => string {
  const folded = new Map<AccountView['state'], string>()
  return (state) => {
    const done = folded.get(state)
    if (done !== undefined) return done
    const words = foldText(`${text.accountStates[state].short} ${state.replaceAll('-', ' ')}`)
    folded.set(state, words)
    return words
  }
}
