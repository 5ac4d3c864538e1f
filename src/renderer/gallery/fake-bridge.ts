import type {
  CallInput,
  CallName,
  CallOutput,
  Change,
  EventName,
  EventPayload,
  Snapshot,
} from '../../shared/contract'
import { packChange, packSnapshot } from '../../shared/pack'
import { fail, ok, type Result } from '../../shared/failure'
import type { Bridge } from '../bridge'
import { details } from './samples'

/** Answers to calls, by name; a call without one fails as `unsupported`. */
export type FakeAnswers = {
  [N in CallName]?: (input: CallInput<N>) => Result<CallOutput<N>> | Promise<Result<CallOutput<N>>>
}

/**
 * A bridge to nothing: gives a snapshot and prepared answers, sends the events it is told to, and
 * remembers what was called.
 */
export class FakeBridge implements Bridge {
  readonly called: { name: CallName; input: unknown }[] = []
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>()

  constructor(
    public snapshot: Snapshot,
    private readonly answers: FakeAnswers = {},
  ) {}

  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
    this.called.push({ name, input })
    const answer: FakeAnswers[N] = this.answers[name] ?? this.#standard()[name]
    return Promise.resolve(answer ? answer(input) : fail('unsupported'))
  }

  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  /** Sends an event to everybody who listens. */
  send<N extends EventName>(name: N, payload: EventPayload<N>): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      // The map's key says which payload a listener takes; its type cannot.
      ;(listener as (payload: EventPayload<N>) => void)(payload)
    }
  }

  /** Sends a change of state with the next `rev`, or with the one given. */
  change(change: Omit<Change, 'rev'>, rev = this.snapshot.rev + 1): void {
    this.snapshot = { ...this.snapshot, rev }
    this.send('state.changed', packChange({ rev, ...change }))
  }

  /** The inputs of the calls with a name, in order. */
  inputs(name: CallName): unknown[] {
    return this.called.filter((call) => call.name === name).map((call) => call.input)
  }

  #standard(): FakeAnswers {
    return {
      'state.snapshot': () => ok(packSnapshot(this.snapshot)),
      'accounts.details': ({ account }) => ok(details(account)),
    }
  }
}
