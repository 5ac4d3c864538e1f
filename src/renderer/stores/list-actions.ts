/** What a person does to the list of accounts: search, narrow, reorder, hide, describe. */
import type { AccountId, AccountView } from '../../shared/account'
import type { CallInput } from '../../shared/contract'
import type { ActionParts } from './action-parts'
import { groupAccounts, groupOf, movesBefore } from './account-groups'
import { shownAccounts, type ListFilter } from './shown-accounts'
import type { Mirror } from './mirror'
import { createSteps, type Step } from './steps'
import { isWide } from './width'

export function listActions(parts: ActionParts) {
  const { bridge, mirror, ui, text, goTo, tell, tellAccountFailure, orTellOf } = parts
  const find = (id: AccountId): AccountView | undefined =>
    mirror.store.getState().snapshot?.accounts.find((one) => one.id === id)

  /** The account's whole group, and what the list shows of it. */
  function neighbours(account: AccountView) {
    const { snapshot } = mirror.store.getState()
    const { query, filter } = ui.getState()
    const words = text()
    const groups = snapshot ? groupAccounts(snapshot, words.accounts) : []
    const shown = shownAccounts(groups, query, filter, words)
    return { group: groupOf(groups, account), shown: groupOf(shown.groups, account) }
  }

  /** Moves an account to a place among those that are shown; resolves when this window shows it there. */
  async function moveTo(id: AccountId, to: number): Promise<void> {
    const account = find(id)
    if (!account) return
    const { group, shown } = neighbours(account)
    const before = movesBefore(group, shown, account, to)
    const answer = await bridge.call('accounts.move', { account: id, before })
    if (!answer.ok) return tellAccountFailure(id, answer.failure, () => void moveTo(id, to))
    await changed(mirror, () => find(id) !== account)
    ui.setState({ listNews: text().list.moved(account.label, to + 1, shown.length) })
  }

  const steps = createSteps(async (id: AccountId, step: Step) => {
    const account = find(id)
    if (!account) return
    const { shown } = neighbours(account)
    const at = shown.indexOf(account)
    const last = shown.length - 1
    const to = Math.min(last, Math.max(0, at + step))
    if (at !== -1 && to !== at) await moveTo(id, to)
  })

  return {
    search: (query: string) => ui.setState({ query }),
    /** Narrows the list, or shows all again with `undefined`; a search ends with it. */
    filter: (filter: ListFilter | undefined) => ui.setState({ filter, query: '' }),
    /** Narrows the list from another page; where there is no room for both, the list is shown. */
    showList(filter: ListFilter) {
      ui.setState({ filter, query: '' })
      if (!isWide()) goTo({ kind: 'home' })
    },
    showHidden: (showHidden: boolean) => ui.setState({ showHidden }),
    moveTo,
    /** Moves an account by so many places; what is asked for while one move runs is added up. */
    moveBy: steps,
    hide: (id: AccountId, hidden: boolean) =>
      orTellOf(
        id,
        () => bridge.call('accounts.hide', { account: id, hidden }),
        (_, label) => {
          const words = text().describing
          tell(hidden ? words.hiddenDone(label) : words.unhiddenDone(label))
        },
      ),
    /** Saves what a person says about an account; a failure belongs to the form. */
    async describe(wanted: CallInput<'accounts.describe'>) {
      const answer = await bridge.call('accounts.describe', wanted)
      if (answer.ok)
        tell(text().describing.saved(wanted.label ?? find(wanted.account)?.label ?? ''))
      return answer.ok ? undefined : answer.failure
    },
  }
}

/** A change follows its answer at once; one that never comes must not hold up the next move. */
const patience = 1_000

/** Resolves when the mirror shows what was awaited, or after a second. */
function changed({ store }: Mirror, shows: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const timer = setTimeout(end, patience)
    const unsubscribe = store.subscribe(() => {
      if (shows()) end()
    })
    if (shows()) end()
  })
}
