/**
 * What a person can do, beside the state it changes. Outcomes are told here, so that a button only has
 * to say which action it is. Failures that belong to a form are given back instead of told.
 */
import type { AccountId, AccountView } from '../../shared/account'
import type { CallInput, Place as SharedPlace, TokenForm } from '../../shared/contract'
import type { Text } from '../../shared/text'
import type { Bridge } from '../bridge'
import type { ActionParts } from './action-parts'
import type { AttemptView } from '../../shared/flow'
import { attemptActions } from './attempt-actions'
import { backupActions } from './backup-actions'
import { diagnosticsActions } from './diagnostics-actions'
import { listActions } from './list-actions'
import { lockActions } from './lock-actions'
import { spokenIn, type Mirror } from './mirror'
import { quickActions } from './quick-actions'
import { removalActions } from './removal-actions'
import { settingsActions } from './settings-actions'
import { siteActions } from './site-actions'
import { createTelling } from './telling'
import { withPlace, type Place, type UiState, type UiStore } from './ui'

export type Actions = ReturnType<typeof createActions>

/** Calls that name one account and give nothing back. */
type AccountCall =
  | 'accounts.activate'
  | 'accounts.check'
  | 'accounts.refresh'
  | 'accounts.forgetPassword'
  | 'accounts.logOut'

/** Makes the actions of a window. */
export function createActions(bridge: Bridge, mirror: Mirror, ui: UiStore) {
  const text = (): Text => spokenIn(mirror.store.getState()).text
  const account = (id: AccountId): AccountView | undefined =>
    mirror.store.getState().snapshot?.accounts.find((one) => one.id === id)

  const telling = createTelling({
    mirror,
    ui,
    text,
    ways: {
      begin: (input) => void attempts.beginOrTell(input),
      openSite: (what) => void openSite(what),
      keychain: () => void retryKeychain(),
    },
  })
  const { tell, orTell, orTellOf, tellLookFailure } = telling
  const openSite = (what: CallInput<'window.openSite'>) =>
    orTell(() => bridge.call('window.openSite', what))
  const retryKeychain = () => orTell(() => bridge.call('keychain.retry', {}))
  /** Runs a call that concerns one account and tells how it went. */
  const forAccount = (
    name: AccountCall,
    id: AccountId,
    done: (label: string) => string,
    tellWrong?: typeof tellLookFailure,
  ) =>
    orTellOf(
      id,
      () => bridge.call(name, { account: id }),
      (_, label) => tell(done(label)),
      tellWrong,
    )
  function move(place: Place): void {
    ui.setState((state) => withPlace(state, place))
  }
  function moveTo(place: Place): void {
    if (place.kind === 'attempt') mirror.open(place.attempt)
    else mirror.hide()
    move(place)
  }
  /** Goes somewhere else. */
  function goTo(place: Place): void {
    const left = mirror.store.getState().shown?.attempt
    const same = place.kind === 'attempt' && place.attempt === left?.id
    moveTo(place)
    if (left && !same) letGo(left)
  }
  /**
   * Lets an attempt go that nobody looks at any more. One that an account waits in stays for later, and so
   * does one whose request is on its way; any other would have no way back to it, so it is left for good.
   */
  function letGo(attempt: AttemptView): void {
    const waits = attempt.account !== undefined && account(attempt.account)?.waiting !== undefined
    if (!waits && attempt.busy === undefined) {
      void bridge.call('flow.leave', { attempt: attempt.id })
    }
  }

  const parts: ActionParts = { bridge, mirror, ui, text, goTo, moveTo, letGo, ...telling }
  const attempts = attemptActions(parts)

  return {
    goTo,
    /** Goes where the main process sends the window; a palette that is open must not hide it. */
    arrive(place: SharedPlace) {
      ui.setState({ overlay: place.kind === 'shortcuts' ? 'shortcuts' : undefined })
      if (place.kind === 'backup') ui.setState({ backupAsked: place.begin })
      else if (place.kind !== 'shortcuts') goTo(place)
    },
    /** What was asked for has begun. */
    forgetAsked: () => ui.setState({ backupAsked: undefined }),
    ...quickActions(parts),
    ...diagnosticsActions(bridge),
    ...settingsActions(parts),
    ...backupActions(parts),
    ...lockActions(parts),
    ...siteActions(parts),
    ...removalActions(parts),
    ...listActions(parts),
    dismiss: (toast: number) =>
      ui.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== toast) })),

    ...attempts,
    /** Forgets the remembered password of an account, in the keychain first. */
    forgetPassword: (id: AccountId) =>
      forAccount('accounts.forgetPassword', id, text().accounts.done.passwordForgotten),
    copyPassword: (secret: string) =>
      orTell(() => bridge.call('window.copySecret', { secret }), {
        done: ({ clearsAt }) => tell(text().passwords.copied(secondsUntil(clearsAt))),
      }),
    details: (id: AccountId) => bridge.call('accounts.details', { account: id }),
    /** Where the account is logged in; a failure belongs to the list that asked. */
    sessions: (id: AccountId) => bridge.call('accounts.sessions', { account: id }),
    endSession: (id: AccountId, session: string) =>
      bridge.call('accounts.endSession', { account: id, session }),
    activate: (id: AccountId) =>
      forAccount('accounts.activate', id, text().accounts.done.activated),
    check: (id: AccountId) =>
      forAccount('accounts.check', id, text().accounts.done.checked, tellLookFailure),
    refresh: (id: AccountId) =>
      forAccount('accounts.refresh', id, text().accounts.done.refreshed, tellLookFailure),
    copyToken: (id: AccountId, form: TokenForm = 'token') =>
      orTellOf(
        id,
        () => bridge.call('accounts.copyToken', { account: id, form }),
        ({ clearsAt }, label) =>
          tell(text().accountPage.copied[form](label, secondsUntil(clearsAt))),
      ),
    askToLogOut: (id: AccountId) => ui.setState({ question: id }),
    closeQuestion: () => ui.setState({ question: undefined }),
    lay: (overlay: UiState['overlay']) => ui.setState({ overlay }),
    async logOut(id: AccountId) {
      ui.setState({ question: undefined })
      await forAccount('accounts.logOut', id, text().accounts.done.loggedOut)
    },

    retryKeychain,
    stopAsking: () => orTell(() => bridge.call('keychain.stopAsking', {})),
    useMemory: () => orTell(() => bridge.call('keychain.useMemory', {})),

    paste: () => orTell(() => bridge.call('window.paste', {})),
    openSite,
  }
}

function secondsUntil(at: number): number {
  return Math.max(1, Math.round((at - Date.now()) / 1000))
}
