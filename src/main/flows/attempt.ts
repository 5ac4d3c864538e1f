/** One attempt as the runner holds it, and how a window sees it. */
import { attemptId, type AttemptId } from '../../shared/ids'
import type { AttemptView, NoticeView } from '../../shared/flow'
import type { AccountId, FlowId } from '../../shared/account'
import type { Failure } from '../../shared/failure'
import type { Text } from '../../shared/text'
import type { Server, Session, FactValue } from '../adapters/adapter'
import type { Entered } from '../accounts/registry'
import type { Adapter, Scene, Walk } from '../adapters/walk'
import { noPasswords, shownStep, type AttemptPasswords, type SentPassword } from './filling'

/** A session that could not be put into the keychain yet. It may have cost a one-time code. */
export interface Held {
  readonly email: string
  readonly session: Session
  readonly facts: readonly FactValue[]
  readonly notice: NoticeView | undefined
  /** The password that the service has just accepted, if there was one. */
  readonly password: SentPassword | undefined
  /** As the how manieth request of all attempts it was asked for: a later one is the newer. */
  readonly order: number
  /** What it is kept under, to see whether a write of which nobody knows has come through. */
  readonly mark: string
}

export type Phase =
  | { readonly kind: 'step'; readonly walk: Walk }
  | {
      readonly kind: 'held'
      readonly walk: Walk
      readonly held: Held
      /** The account had another session by then. */
      readonly replaces: boolean
    }
  | {
      readonly kind: 'done'
      readonly account: AccountId
      readonly notices: readonly NoticeView[]
    }

export interface Attempt {
  readonly id: AttemptId
  readonly adapter: Adapter
  readonly server: Server
  readonly flow: FlowId
  account: AccountId | undefined
  /** What was noted in the book for a request whose answer has not told yet what became of it. */
  note: Entered | undefined
  /** The person has left; what is still on its way is only kept, not shown. */
  left: boolean
  /** The account was removed: nothing may be kept for it any more. */
  dropped: boolean
  /** The address is settled because the attempt belongs to an account. */
  email: string | undefined
  readonly passwords: AttemptPasswords
  phase: Phase
  /** As the how manieth it was opened. */
  opened: number
  turn: number
  busy: string | undefined
  failure: Failure | undefined
  controller: AbortController
}

/** Why an attempt's work is stopped when the person leaves it, and not only stops waiting. */
export const leaving = new DOMException('The attempt was left.', 'AbortError')

export function newAttempt(
  id: string,
  start: Pick<Attempt, 'adapter' | 'server' | 'flow' | 'account' | 'email'> & {
    readonly walk: Walk
    /** Whether the account's password is remembered, so that it stays so unless the person says no. */
    readonly remembers: boolean
  },
): Attempt {
  const { walk, remembers, ...known } = start
  return {
    ...known,
    passwords: noPasswords(remembers),
    id: attemptId.parse(id),
    note: undefined,
    left: false,
    dropped: false,
    phase: { kind: 'step', walk },
    opened: 0,
    turn: 0,
    busy: undefined,
    failure: undefined,
    controller: new AbortController(),
  }
}

/** What drawing an attempt needs beside it. */
export interface AttemptScene extends Scene {
  readonly text: Text
  readonly inMemory: boolean
}

/** The attempt as it crosses the bridge. */
export function viewAttempt(attempt: Attempt, scene: AttemptScene): AttemptView {
  const { adapter, server, phase } = attempt
  const email = phase.kind === 'done' ? attempt.email : (phase.walk.email ?? attempt.email)
  return {
    id: attempt.id,
    adapter: adapter.id,
    server: server.id,
    flow: attempt.flow,
    account: attempt.account,
    email,
    title: adapter.words(scene.locale).flows[attempt.flow].title,
    turn: attempt.turn,
    busy: attempt.busy,
    failure: attempt.failure,
    phase: viewPhase(attempt, scene),
  }
}

function viewPhase(attempt: Attempt, scene: AttemptScene): AttemptView['phase'] {
  const { phase, passwords, email } = attempt
  const { held, outcome, outcomeInMemory } = scene.text.flow
  switch (phase.kind) {
    case 'step': {
      const view = phase.walk.view(scene)
      return { kind: 'step', view: shownStep(passwords, email, view, scene.text.passwords) }
    }
    case 'held':
      return {
        kind: 'step',
        view: { step: heldStep, ...held, notices: [], fields: [], actions: [] },
      }
    case 'done': {
      const words = scene.inMemory ? outcomeInMemory : outcome
      return {
        kind: 'done',
        account: phase.account,
        ...words,
        notices: [...phase.notices],
      }
    }
  }
}

/** The name of the step on which a session waits for the keychain; no adapter has a step of it. */
export const heldStep = '(keychain)'
