/** Quick login, checks of all accounts, and the program's windows, beside the other actions. */
import type { AccountId } from '../../shared/account'
import type { Place as SharedPlace, WindowKind } from '../../shared/contract'
import type { EventPayload } from '../../shared/contract'
import type { Text } from '../../shared/text'
import type { ActionParts } from './action-parts'
import { isOpen, stillHere } from './ui'

/** Where the person is needed. */
type NeededPlace = Extract<SharedPlace, { kind: 'account' | 'attempt' }>

type Words = (notices: Text['tray']['notices'], label: string) => string

export function quickActions(parts: ActionParts) {
  const { bridge, mirror, ui, text, goTo, tellAccountFailure, tellLookFailure, orTell } = parts
  const find = (id: AccountId) =>
    mirror.store.getState().snapshot?.accounts.find((one) => one.id === id)
  /** Tells something good of an account. */
  function tellOf(id: AccountId, words: Words): void {
    parts.tell(words(text().tray.notices, find(id)?.label ?? ''))
  }
  /** Tells that an account needs the person. */
  function tellNeeded(id: AccountId): void {
    const account = find(id)
    if (!account) return
    const state = account.waiting?.text ?? text().accountStates[account.state].short
    tellOf(id, (notices, label) => notices.needsYou(label, state))
  }
  /** Makes the account active and sees to its session; gives what it came to and tells nobody. */
  const askQuickLogin = (account: AccountId) => bridge.call('accounts.quickLogin', { account })
  /**
   * Quick login: tells that it is done, or goes where the person is needed. Whoever has gone elsewhere
   * meanwhile is told instead.
   */
  async function quickLogin(
    account: AccountId,
    go: (place: NeededPlace) => void = goTo,
  ): Promise<void> {
    const again = (): void => void quickLogin(account, go)
    const here = stillHere(ui)
    const answer = await askQuickLogin(account)
    if (!answer.ok) return tellAccountFailure(account, answer.failure, again)
    const outcome = answer.value
    switch (outcome.kind) {
      case 'active':
        return tellOf(account, (notices, label) =>
          outcome.also === 'logged-in' ? notices.loggedIn(label) : notices.active(label),
        )
      case 'attempt':
        return here() || isOpen(ui.getState(), outcome.attempt)
          ? go({ kind: 'attempt', attempt: outcome.attempt })
          : tellNeeded(account)
      case 'told':
        if (here()) go({ kind: 'account', account })
        else if (!outcome.failure) tellNeeded(account)
        // After that, because a message goes with the page that it was told on.
        if (outcome.failure) tellAccountFailure(account, outcome.failure, again)
    }
  }
  return {
    askQuickLogin,
    quickLogin,
    /** Tells how the refresh ended that a quick login had left to go on. */
    tellRefreshed({ account, failure }: EventPayload<'accounts.refreshed'>) {
      if (failure) tellLookFailure(account, failure, () => void quickLogin(account))
      else tellOf(account, (notices, label) => notices.refreshed(label))
    },
    checkAll: () => orTell(() => bridge.call('health.checkAll', {})),
    stopCheckingAll: () => orTell(() => bridge.call('health.cancel', {})),
    openWindow: (window: WindowKind, place?: SharedPlace) =>
      bridge.call('window.open', { window, ...(place === undefined ? {} : { place }) }),
    closeWindow: () => bridge.call('window.close', {}),
    /** Tells whether something is typed or under way here that must not go when the window loses the focus. */
    hold: (held: boolean) => bridge.call('window.hold', { held }),
  }
}
