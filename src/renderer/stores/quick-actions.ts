/** Quick login, checks of all accounts, and the program's windows, beside the other actions. */
import type { AccountId } from '../../shared/account'
import type { Place as SharedPlace, WindowKind } from '../../shared/contract'
import type { EventPayload } from '../../shared/contract'
import type { Text } from '../../shared/text'
import type { ActionParts } from './action-parts'

/** Where the person is needed. */
type NeededPlace = Extract<SharedPlace, { kind: 'account' | 'attempt' }>

type Words = (notices: Text['tray']['notices'], label: string) => string

export function quickActions(parts: ActionParts) {
  const { bridge, mirror, text, goTo, tellAccountFailure, orTell } = parts
  /** Tells something good of an account. */
  function tellOf(id: AccountId, words: Words): void {
    const { accounts = [] } = mirror.store.getState().snapshot ?? {}
    parts.tell(words(text().tray.notices, accounts.find((one) => one.id === id)?.label ?? ''))
  }
  /** Makes the account active and sees to its session; gives what it came to and tells nobody. */
  const askQuickLogin = (account: AccountId) => bridge.call('accounts.quickLogin', { account })
  /** Quick login: tells that it is done, or goes where the person is needed. */
  async function quickLogin(
    account: AccountId,
    go: (place: NeededPlace) => void = goTo,
  ): Promise<void> {
    const again = (): void => void quickLogin(account, go)
    const answer = await askQuickLogin(account)
    if (!answer.ok) return tellAccountFailure(account, answer.failure, again)
    const outcome = answer.value
    switch (outcome.kind) {
      case 'active':
        return tellOf(account, (notices, label) =>
          outcome.also === 'logged-in' ? notices.loggedIn(label) : notices.active(label),
        )
      case 'attempt':
        return go({ kind: 'attempt', attempt: outcome.attempt })
      case 'told':
        go({ kind: 'account', account })
        // After that, because a message goes with the page that it was told on.
        if (outcome.failure) tellAccountFailure(account, outcome.failure, again)
    }
  }
  return {
    askQuickLogin,
    quickLogin,
    /** Tells how the refresh ended that a quick login had left to go on. */
    tellRefreshed({ account, failure }: EventPayload<'accounts.refreshed'>) {
      if (failure) tellAccountFailure(account, failure, () => void quickLogin(account))
      else tellOf(account, (notices, label) => notices.refreshed(label))
    },
    checkAll: () => orTell(() => bridge.call('health.checkAll', {})),
    stopCheckingAll: () => orTell(() => bridge.call('health.cancel', {})),
    openWindow: (window: WindowKind, place?: SharedPlace) =>
      bridge.call('window.open', { window, ...(place === undefined ? {} : { place }) }),
    closeWindow: () => bridge.call('window.close', {}),
    /** Tells whether something is typed here that must not go when the window loses the focus. */
    hold: (held: boolean) => bridge.call('window.hold', { held }),
  }
}
