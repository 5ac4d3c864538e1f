/** One attempt as the runner holds it, and how a window sees it. */
import { attemptId, type AttemptId, type AttemptView, type NoticeView } from '../../shared/flow'
import type { AccountId, FlowId } from '../../shared/account'
import type { Failure } from '../../shared/failure'
import type { Text } from '../../shared/text'
import type { Locale } from '../../shared/text/locale'
import type { Server, Session, FactValue } from '../adapters/adapter'
import type { Pending } from '../accounts/book'
import type { Adapter, Walk } from '../adapters/walk'

/** A session that could not be put into the keychain yet. It may have cost a one-time code. */
export interface Held {
  readonly email: string
  readonly session: Session
  readonly facts: readonly FactValue[]
  readonly notice: NoticeView | undefined
}

export type Phase =
  | { readonly kind: 'step'; readonly walk: Walk }
  | { readonly kind: 'held'; readonly walk: Walk; readonly held: Held }
  | { readonly kind: 'done'; readonly account: AccountId; readonly notice: NoticeView | undefined }

export interface Attempt {
  readonly id: AttemptId
  readonly adapter: Adapter
  readonly server: Server
  readonly flow: FlowId
  account: AccountId | undefined
  /** The account was entered by this attempt and has nothing yet that is worth keeping. */
  madeAccount: boolean
  /** What the account waits in was set by this attempt; before it, it waited in `before`. */
  ownsPending: boolean
  before: Pending | undefined
  /** The person has left; what is still on its way is only kept, not shown. */
  left: boolean
  /** The address is settled because the attempt belongs to an account. */
  email: string | undefined
  phase: Phase
  turn: number
  busy: string | undefined
  failure: Failure | undefined
  controller: AbortController
}

export function newAttempt(
  id: string,
  start: Pick<Attempt, 'adapter' | 'server' | 'flow' | 'account' | 'email'> & { walk: Walk },
): Attempt {
  const { walk, ...known } = start
  return {
    ...known,
    id: attemptId.parse(id),
    madeAccount: false,
    ownsPending: false,
    before: undefined,
    left: false,
    phase: { kind: 'step', walk },
    turn: 0,
    busy: undefined,
    failure: undefined,
    controller: new AbortController(),
  }
}

/** The attempt as it crosses the bridge. */
export function viewAttempt(
  attempt: Attempt,
  locale: Locale,
  text: Text,
  now: () => number,
): AttemptView {
  const { adapter, server, phase } = attempt
  const title = adapter.words(locale).flows[attempt.flow].title
  const email = phase.kind === 'done' ? attempt.email : (phase.walk.email ?? attempt.email)
  return {
    id: attempt.id,
    adapter: adapter.id,
    server: server.id,
    flow: attempt.flow,
    account: attempt.account,
    email,
    title,
    turn: attempt.turn,
    busy: attempt.busy,
    failure: attempt.failure,
    phase: viewPhase(attempt, { server, locale, now }, text),
  }
}

function viewPhase(
  { phase }: Attempt,
  scene: { server: Server; locale: Locale; now: () => number },
  text: Text,
): AttemptView['phase'] {
  switch (phase.kind) {
    case 'step':
      return { kind: 'step', view: phase.walk.view(scene) }
    case 'held':
      return {
        kind: 'step',
        view: {
          step: heldStep,
          title: text.flow.held.title,
          text: text.flow.held.text,
          notices: [],
          fields: [],
          submit: text.flow.held.submit,
          actions: [],
        },
      }
    case 'done':
      return {
        kind: 'done',
        account: phase.account,
        title: text.flow.outcome.title,
        text: text.flow.outcome.text,
        notices: phase.notice ? [phase.notice] : [],
      }
  }
}

/** The name of the step on which a session waits for the keychain; no adapter has a step of it. */
export const heldStep = '(keychain)'
