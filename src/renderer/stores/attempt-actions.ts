/** Attempts: begun, gone on with, driven and left. */
import type { AccountId, FlowId, ServerId } from '../../shared/account'
import type { CallInput } from '../../shared/contract'
import type { Failure, Result } from '../../shared/failure'
import type { AttemptView, StepValues } from '../../shared/flow'
import type { ActionParts } from './action-parts'
import { isOpen, stillHere, withPlace } from './ui'

export function attemptActions(parts: ActionParts) {
  const { bridge, mirror, ui, text, tell, tellFailure, tellAccountFailure, orTell, moveTo } = parts
  const account = (id: AccountId | undefined) =>
    mirror.store.getState().snapshot?.accounts.find((one) => one.id === id)

  /**
   * Shows an attempt that a call has begun. Whoever has gone elsewhere meanwhile is not called back: what
   * they are typing there would be lost. A button that was pressed twice has one attempt.
   */
  function enter(attempt: AttemptView, here: boolean): void {
    if (!here && !isOpen(ui.getState(), attempt.id)) return parts.letGo(attempt)
    mirror.show(attempt)
    ui.setState((state) => withPlace(state, { kind: 'attempt', attempt: attempt.id }))
  }
  /**
   * Lets an attempt go that was spared while it was busy. One of an account has a way back to it, and may
   * be on another window's screen by now.
   */
  function letGoIfAlone(attempt: AttemptView): void {
    if (attempt.account === undefined) parts.letGo(attempt)
  }
  /** Gives the failure of a call for an attempt; its answer goes to the screen. */
  function receive(answer: Result<AttemptView>): Failure | undefined {
    if (!answer.ok) return answer.failure
    mirror.receive(answer.value)
    if (mirror.store.getState().shown?.attempt.id !== answer.value.id) letGoIfAlone(answer.value)
    return undefined
  }

  /** Begins a flow and gives the failure back. */
  async function begin(input: {
    flow: FlowId
    server: ServerId
    account?: AccountId
  }): Promise<Failure | undefined> {
    const here = stillHere(ui)
    const answer = await bridge.call('flow.begin', input)
    if (!answer.ok) return answer.failure
    enter(answer.value, here())
    return undefined
  }
  /** Begins a flow from a place that has no room for a failure: it is told. */
  async function beginOrTell(input: CallInput<'flow.begin'>): Promise<void> {
    const here = stillHere(ui)
    const answer = await bridge.call('flow.begin', input)
    if (answer.ok && answer.value.phase.kind === 'done') {
      // The remembered password was all that was needed: there is no step to show.
      const { id, phase } = answer.value
      void bridge.call('flow.leave', { attempt: id })
      return tell(text().accounts.done.loggedIn(account(phase.account)?.label ?? ''))
    }
    if (answer.ok) return enter(answer.value, here())
    const again = (): void => void beginOrTell(input)
    if (input.account === undefined) tellFailure(answer.failure, again)
    else tellAccountFailure(input.account, answer.failure, again)
  }
  /**
   * Goes on with another flow at the same server, or with the same one from its beginning. The attempt on
   * the screen is left behind; `email` is the address that was typed there.
   */
  async function changeFlow(
    attempt: AttemptView,
    flow: FlowId,
    email: string | undefined,
  ): Promise<void> {
    const here = stillHere(ui)
    const answer = await bridge.call('flow.begin', {
      ...{ flow, server: attempt.server, anew: true },
      ...(attempt.account === undefined ? {} : { account: attempt.account }),
    })
    if (!answer.ok) {
      if (!here()) letGoIfAlone({ ...attempt, busy: undefined })
      return tellFailure(answer.failure, () => void changeFlow(attempt, flow, email))
    }
    const stays = here()
    if (stays && email !== undefined) ui.setState({ carried: { attempt: answer.value.id, email } })
    enter(answer.value, stays)
    if (stays) await bridge.call('flow.leave', { attempt: attempt.id })
  }
  async function resume(id: AccountId): Promise<void> {
    const here = stillHere(ui)
    const answer = await bridge.call('flow.resume', { account: id })
    if (answer.ok) enter(answer.value, here())
    else tellAccountFailure(id, answer.failure, () => void resume(id))
  }

  return {
    begin,
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
    stop: (attempt: AttemptView) => orTell(() => bridge.call('flow.stop', { attempt: attempt.id })),
    /** Leaves the attempt on the screen and shows what stays of it. */
    leave(attempt: AttemptView) {
      const left = account(attempt.account)
      moveTo(left ? { kind: 'account', account: left.id } : { kind: 'home' })
      // An attempt that has ended elsewhere in the meantime is left all the same.
      void bridge.call('flow.leave', { attempt: attempt.id })
    },
  }
}
