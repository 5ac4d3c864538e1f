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
import type { ActionParts } from './action-parts'
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
  const label = (id: AccountId): string => account(id)?.label ?? ''

  const telling = createTelling({
    mirror,
    ui,
    text,
    ways: {
      begin: (input) => void beginOrTell(input),
      openSite: (what) => void openSite(what),
      keychain: () => void retryKeychain(),
    },
  })
  const { tell, tellFailure, tellAccountFailure, orTell, orTellOf } = telling
  const openSite = (what: CallInput<'window.openSite'>) =>
    orTell(() => bridge.call('window.openSite', what))
  const retryKeychain = () => orTell(() => bridge.call('keychain.retry', {}))
  /** Runs a call that concerns one account and tells how it went. */
  const forAccount = (name: AccountCall, id: AccountId, done: (label: string) => string) =>
    orTellOf(
      id,
      () => bridge.call(name, { account: id }),
      () => tell(done(label(id))),
    )
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

  /** Begins a flow from a place that has no room for a failure: it is told. */
  async function beginOrTell(input: CallInput<'flow.begin'>): Promise<void> {
    const answer = await bridge.call('flow.begin', input)
    if (answer.ok && answer.value.phase.kind === 'done') {
      // The remembered password was all that was needed: there is no step to show.
      const { id, phase } = answer.value
      void bridge.call('flow.leave', { attempt: id })
      return tell(text().accounts.done.loggedIn(label(phase.account)))
    }
    const failure = enter(answer)
    if (!failure) return
    const again = (): void => void beginOrTell(input)
    if (input.account === undefined) tellFailure(failure, again)
    else tellAccountFailure(input.account, failure, again)
  }
  /** Goes on with another flow at the same server; the attempt on the screen is left behind. */
  async function changeFlow(attempt: AttemptView, flow: FlowId): Promise<void> {
    const failure = enter(
      await bridge.call('flow.begin', {
        flow,
        server: attempt.server,
        ...(attempt.account === undefined ? {} : { account: attempt.account }),
      }),
    )
    if (failure) tellFailure(failure, () => void changeFlow(attempt, flow))
    else await bridge.call('flow.leave', { attempt: attempt.id })
  }
  async function resume(id: AccountId): Promise<void> {
    const failure = enter(await bridge.call('flow.resume', { account: id }))
    if (failure) tellAccountFailure(id, failure, () => void resume(id))
  }
  const parts: ActionParts = { bridge, mirror, ui, text, goTo, ...telling }

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

    begin: async (input: { flow: FlowId; server: ServerId; account?: AccountId }) =>
      enter(await bridge.call('flow.begin', input)),
    beginOrTell,
    changeFlow,
    resume,
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
    copyPassword: (secret: string) =>
      orTell(() => bridge.call('window.copySecret', { secret }), {
        done: ({ clearsAt }) => tell(text().passwords.copied(secondsUntil(clearsAt))),
      }),
    stop: (attempt: AttemptView) => orTell(() => bridge.call('flow.stop', { attempt: attempt.id })),
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
    copyToken: (id: AccountId, form: TokenForm = 'token') =>
      orTellOf(
        id,
        () => bridge.call('accounts.copyToken', { account: id, form }),
        ({ clearsAt }) => tell(text().accountPage.copied[form](label(id), secondsUntil(clearsAt))),
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
