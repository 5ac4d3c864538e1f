/** What the palette lists for a query: pure, so that it can be tried without a window. */
import type { AccountView } from '../../../shared/account'
import { mostUsedLimit } from '../../../shared/account-order'
import type { Text } from '../../../shared/text'
import type { AccountFinder } from '../../stores/account-finder'
import type { Rank } from '../../stores/match-rank'
import { findCommands, type Command } from './commands'

/** One line: an account or something to do. `option` is unique within the list. */
export type Find =
  | {
      readonly kind: 'account'
      readonly option: string
      readonly account: AccountView
    }
  | { readonly kind: 'command'; readonly option: string; readonly command: Command }

export interface FindGroup {
  readonly id: 'account' | 'accounts' | 'actions'
  readonly title: string
  readonly items: readonly Find[]
}

export interface PaletteFinds {
  readonly groups: readonly FindGroup[]
  /** How many more accounts match than are listed. */
  readonly more: number
}

export interface PaletteFindsOptions {
  readonly query: string
  readonly finder: AccountFinder
  /** The account in view, with what can be done to it. */
  readonly inView: { readonly label: string; readonly commands: readonly Command[] } | undefined
  readonly commands: readonly Command[]
  readonly text: Text
}

/** How many accounts are listed at most; who looks for another one types on. */
const accountLimit = 40

/**
 * Before anything is typed: what can be done to the account in view, the latest used accounts, the
 * actions. Then whatever matches, the group with the best match first.
 */
export function paletteFinds(options: PaletteFindsOptions): PaletteFinds {
  const { query, finder, inView, text } = options
  const words = text.palette.groups
  const typed = query.trim() !== ''
  const found = finder(query, typed ? accountLimit : mostUsedLimit)
  const accounts = found.accounts.map((account): Find => ({
    kind: 'account',
    option: account.id,
    account,
  }))
  const inViewFound = findCommands(inView?.commands ?? [], query)
  const actionsFound = findCommands(options.commands, query)
  const groups: (FindGroup & { best: Rank | undefined })[] = [
    {
      id: 'account',
      title: words.account(inView?.label ?? ''),
      items: inViewFound.commands.map(asFind),
      best: inViewFound.best,
    },
    {
      id: 'accounts',
      title: typed ? words.accounts : words.recent,
      items: accounts,
      best: found.best,
    },
    {
      id: 'actions',
      title: words.actions,
      items: actionsFound.commands.map(asFind),
      best: actionsFound.best,
    },
  ]
  return {
    // Sorting keeps the order of groups that match equally well.
    groups: groups
      .filter(({ items }) => items.length > 0)
      .sort((one, other) => (one.best ?? 0) - (other.best ?? 0)),
    more: typed ? found.more : 0,
  }
}

function asFind(command: Command): Find {
  return { kind: 'command', option: command.id, command }
}
