/** Quick login, checks of all accounts, and the program's windows, beside the other actions. */
import type { AccountId } from '../../shared/account'
import type { Place as SharedPlace, WindowKind } from '../../shared/contract'
import type { EventPayload } from '../../shared/contract'
import type { Failure } from '../../shared/failure'
import type { Text } from '../../shared/text'
import type { Bridge } from '../bridge'
import type { Place } from './ui'

export interface QuickActionsOptions {
  readonly bridge: Bridge
  readonly goTo: (place: Place) => void
  /** Tells something good of an account, by its label. */
  readonly tell: (account: AccountId, words: Words) => void
  readonly tellFailure: (failure: Failure) => void
  readonly tellAccountFailure: (account: AccountId, failure: Failure) => void
}

/** Where the person is needed. */
type NeededPlace = Extract<SharedPlace, { kind: 'account' | 'attempt' }>

type Words = (notices: Text['tray']['notices'], label: string) => string

export function quickActions(options: QuickActionsOptions) {
  const { bridge, goTo } = options
  /** Makes the account active and sees to its session; gives what it came to and tells nobody. */
  const askQuickLogin = (account: AccountId) => bridge.call('accounts.quickLogin', { account })
  return {
    askQuickLogin,
    /** Quick login: tells that it is done, or goes where the person is needed. */
    async quickLogin(account: AccountId, go: (place: NeededPlace) => void = goTo) {
      const answer = await askQuickLogin(account)
      if (!answer.ok) return options.tellAccountFailure(account, answer.failure)
      const outcome = answer.value
      switch (outcome.kind) {
        case 'active':
          return options.tell(account, (notices, label) =>
            outcome.also === 'logged-in' ? notices.loggedIn(label) : notices.active(label),
          )
        case 'attempt':
          return go({ kind: 'attempt', attempt: outcome.attempt })
        case 'told':
          go({ kind: 'account', account })
          // After that, because a message goes with the page that it was told on.
          if (outcome.failure) options.tellAccountFailure(account, outcome.failure)
      }
    },
    /** Tells how the refresh ended that a quick login had left to go on. */
    tellRefreshed({ account, failure }: EventPayload<'accounts.refreshed'>) {
      if (failure) options.tellAccountFailure(account, failure)
      else options.tell(account, (notices, label) => notices.refreshed(label))
    },
    async checkAll() {
      const answer = await bridge.call('health.checkAll', {})
      if (!answer.ok) options.tellFailure(answer.failure)
    },
    async stopCheckingAll() {
      const answer = await bridge.call('health.cancel', {})
      if (!answer.ok) options.tellFailure(answer.failure)
    },
    openWindow: (window: WindowKind, place?: SharedPlace) =>
      bridge.call('window.open', { window, ...(place === undefined ? {} : { place }) }),
    closeWindow: () => bridge.call('window.close', {}),
    /** Tells whether something is typed here that must not go when the window loses the focus. */
    hold: (held: boolean) => bridge.call('window.hold', { held }),
  }
}
