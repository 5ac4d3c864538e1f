/**
 * What a person can do, beside the state it changes. Outcomes are told here, so that a button only has
 * to say which action it is. Failures that belong to a form are given back instead of told.
 */
import type { AccountId, AccountView, FlowId, ServerId } from '../../shared/account'
import type { CallInput, Place as SharedPlace, TokenForm } from '../../shared/contract'
import type { Failure, Result } from '../../shared/failure'
import type { AttemptView, StepValues } from '../../shared/flow'
import type { Text } from '../../shared/text'
import type { Bridge } from '../bridge'
import { backupActions } from './backup-actions'
import { diagnosticsActions } from './diagnostics-actions'
import { listActions } from './list-actions'
import { lockActions } from './lock-actions'
import { spokenIn, type Mirror } from './mirror'
import { quickActions } from './quick-actions'
import { removalActions } from './removal-actions'
import { settingsActions } from './settings-actions'
import { siteActions } from './site-actions'
import { pageTells } from './selectors'
import { withPlace, withToast, type Place, type UiState, type UiStore } from './ui'

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
  const label = (id: AccountId): string => account(id)?.label ?? ''

  function tell(title: string): void {
    ui.setState((state) => withToast(state, { tone: 'good', title }))
  }
  function tellFailure(failure: Failure): void {
    const { title, text: explanation } = text().failures[failure.code]
    ui.setState((state) => withToast(state, { tone: 'bad', title, text: explanation }))
  }
  /** Tells what went wrong for an account, unless the page that is open is the account's and says so. */
  function tellAccountFailure(id: AccountId, failure: Failure): void {
    const { place } = ui.getState()
    const view = account(id)
    if (place.kind === 'account' && place.account === id && view && pageTells(view, failure)) return
    const words = text().failures[failure.code]
    const title = text().accounts.failed(label(id), words.title)
    ui.setState((state) => withToast(state, { tone: 'bad', title, text: words.text }))
  }
  /** Runs a call that concerns one account and tells how it went. */
  async function forAccount(name: AccountCall, id: AccountId, done: (label: string) => string) {
    const answer = await bridge.call(name, { account: id })
    if (answer.ok) tell(done(label(id)))
    else tellAccountFailure(id, answer.failure)
  }
  function move(place: Place): void {
    ui.setState((state) => withPlace(state, place))
  }
  /** Goes to the attempt that a call has begun, or gives the failure back. */
  function enter(answer: Result<AttemptView>): Failure | undefined {
    if (!answer.ok) return answer.failure
    mirror.show(answer.value)
    move({ kind: 'attempt', attempt: answer.value.id })
    return undefined
  }
  function moveTo(place: Place): void {
    if (place.kind === 'attempt') mirror.open(place.attempt)
    else mirror.hide()
    move(place)
  }
  /**
   * Goes somewhere else. An attempt that an account waits in stays for later, and so does one whose
   * request is on its way; any other would have no way back to it, so it is left for good.
   */
  function goTo(place: Place): void {
    const left = mirror.store.getState().shown?.attempt
    const same = place.kind === 'attempt' && place.attempt === left?.id
    moveTo(place)
    if (!left || same || left.busy !== undefined) return
    const waits = left.account !== undefined && account(left.account)?.waiting !== undefined
    if (!waits) void bridge.call('flow.leave', { attempt: left.id })
  }
  /** Gives the failure of a call for an attempt; its answer goes to the screen. */
  function receive(answer: Result<AttemptView>): Failure | undefined {
    if (!answer.ok) return answer.failure
    mirror.receive(answer.value)
    return undefined
  }

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
    ...quickActions({
      bridge,
      goTo,
      tell: (id, words) => tell(words(text().tray.notices, label(id))),
      tellFailure,
      tellAccountFailure,
    }),
    ...diagnosticsActions(bridge),
    ...settingsActions({ bridge, mirror, ui, text }),
    ...backupActions({ bridge, tellFailure }),
    ...lockActions({ bridge, tellFailure }),
    ...siteActions({ bridge, text, tell, tellFailure }),
    ...removalActions({ bridge, mirror, ui, text, goTo, tell, tellFailure, tellAccountFailure }),
    ...listActions({ bridge, mirror, ui, text, goTo, tell, tellAccountFailure }),
    dismiss: (toast: number) =>
      ui.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== toast) })),

    begin: async (input: { flow: FlowId; server: ServerId; account?: AccountId }) =>
      enter(await bridge.call('flow.begin', input)),
    /** Begins a flow from a place that has no room for a failure: it is told. */
    async beginOrTell(input: { flow: FlowId; server: ServerId; account?: AccountId }) {
      const answer = await bridge.call('flow.begin', input)
      if (answer.ok && answer.value.phase.kind === 'done') {
        // The remembered password was all that was needed: there is no step to show.
        const { id, phase } = answer.value
        void bridge.call('flow.leave', { attempt: id })
        return tell(text().accounts.done.loggedIn(label(phase.account)))
      }
      const failure = enter(answer)
      if (!failure) return
      if (input.account === undefined) tellFailure(failure)
      else tellAccountFailure(input.account, failure)
    },
    /** Goes on with another flow at the same server; the attempt on the screen is left behind. */
    async changeFlow(attempt: AttemptView, flow: FlowId) {
      const failure = enter(
        await bridge.call('flow.begin', {
          flow,
          server: attempt.server,
          ...(attempt.account === undefined ? {} : { account: attempt.account }),
        }),
      )
      if (failure) tellFailure(failure)
      else await bridge.call('flow.leave', { attempt: attempt.id })
    },
    async resume(id: AccountId) {
      const failure = enter(await bridge.call('flow.resume', { account: id }))
      if (failure) tellAccountFailure(id, failure)
    },
    /** `rememberPassword` is what the person wants for the password of the step, where it has one. */
    submit: async (
      attempt: AttemptView,
      step: string,
      values: StepValues,
      rememberPassword?: boolean,
    ) =>
      receive(
        await bridge.call('flow.submit', {
          ...{ attempt: attempt.id, step, values },
          ...(rememberPassword === undefined ? {} : { rememberPassword }),
        }),
      ),
    act: async (attempt: AttemptView, action: string) =>
      receive(await bridge.call('flow.act', { attempt: attempt.id, action })),
    /** Forgets the remembered password of an account, in the keychain first. */
    forgetPassword: (id: AccountId) =>
      forAccount('accounts.forgetPassword', id, text().accounts.done.passwordForgotten),
    async copyPassword(secret: string) {
      const answer = await bridge.call('window.copySecret', { secret })
      if (!answer.ok) return tellFailure(answer.failure)
      tell(text().passwords.copied(secondsUntil(answer.value.clearsAt)))
    },
    async stop(attempt: AttemptView) {
      const answer = await bridge.call('flow.stop', { attempt: attempt.id })
      if (!answer.ok) tellFailure(answer.failure)
    },
    /** Leaves the attempt on the screen and shows what stays of it. */
    leave(attempt: AttemptView) {
      const left = attempt.account === undefined ? undefined : account(attempt.account)
      moveTo(left ? { kind: 'account', account: left.id } : { kind: 'home' })
      // An attempt that has ended elsewhere in the meantime is left all the same.
      void bridge.call('flow.leave', { attempt: attempt.id })
    },

    details: (id: AccountId) => bridge.call('accounts.details', { account: id }),
    /** Where the account is logged in; a failure belongs to the list that asked. */
    sessions: (id: AccountId) => bridge.call('accounts.sessions', { account: id }),
    endSession: (id: AccountId, session: string) =>
      bridge.call('accounts.endSession', { account: id, session }),
    activate: (id: AccountId) =>
      forAccount('accounts.activate', id, text().accounts.done.activated),
    check: (id: AccountId) => forAccount('accounts.check', id, text().accounts.done.checked),
    refresh: (id: AccountId) => forAccount('accounts.refresh', id, text().accounts.done.refreshed),
    async copyToken(id: AccountId, form: TokenForm = 'token') {
      const answer = await bridge.call('accounts.copyToken', { account: id, form })
      if (!answer.ok) return tellAccountFailure(id, answer.failure)
      tell(text().accountPage.copied[form](label(id), secondsUntil(answer.value.clearsAt)))
    },
    askToLogOut: (id: AccountId) => ui.setState({ question: id }),
    closeQuestion: () => ui.setState({ question: undefined }),
    lay: (overlay: UiState['overlay']) => ui.setState({ overlay }),
    async logOut(id: AccountId) {
      ui.setState({ question: undefined })
      await forAccount('accounts.logOut', id, text().accounts.done.loggedOut)
    },

    async retryKeychain() {
      const answer = await bridge.call('keychain.retry', {})
      if (!answer.ok) tellFailure(answer.failure)
    },
    async stopAsking() {
      const answer = await bridge.call('keychain.stopAsking', {})
      if (!answer.ok) tellFailure(answer.failure)
    },
    async useMemory() {
      const answer = await bridge.call('keychain.useMemory', {})
      if (!answer.ok) tellFailure(answer.failure)
    },

    async paste() {
      const answer = await bridge.call('window.paste', {})
      if (!answer.ok) tellFailure(answer.failure)
    },
    async openSite(what: CallInput<'window.openSite'>) {
      const answer = await bridge.call('window.openSite', what)
      if (!answer.ok) tellFailure(answer.failure)
    },
  }
}

function secondsUntil(at: number): number {
  return Math.max(1, Math.round((at - Date.now()) / 1000))
}
