/**
 * The keychain as the rest of the main process sees it. The client keeps calls in order, decides when
 * a prompt may be raised and when the process is started anew, and turns answers into failures and a
 * state. It never logs: what passes through here are secrets.
 */
import { fail, ok, type Result } from '../../shared/failure'
import {
  wroteNothing,
  type CallOptions,
  type Keychain,
  type KeychainState,
  type SecretMemory,
  type SecretRef,
} from './keychain'
import { LookPace } from './look-pace'
import { MemoryKeychain } from './memory'
import { failureOf, lossOf, sameState, stateAfter, type Outcome } from './outcome'
import { isRead, type Entry, type Operation } from './protocol'
import { CallQueue } from './queue'
import { checkSecret } from './secret-rules'
import { ProcessSupervisor, type KeychainChild, type Sent } from './supervisor'
import { defaultTimings, type KeychainTimings } from './timings'

/** A call is repeated once, so two ends in a row are one failed call; the third starts the rests. */
const patience = 2

export interface KeychainClientOptions {
  readonly spawn: () => KeychainChild
  /** The name that entries bear in the system's keychain; another one for development and tests. */
  readonly service: string
  readonly platform?: NodeJS.Platform
  readonly timings?: Partial<KeychainTimings>
  readonly now?: () => number
}

interface Call {
  readonly operation: Operation
  readonly signal: AbortSignal | undefined
  /** Called when the process has ended while it worked on this. */
  readonly onLost: () => void
  /** The first outcome counts; a later one is dropped. */
  readonly settle: (outcome: Outcome) => void
}

export class KeychainClient implements Keychain {
  #state: KeychainState = { kind: 'starting' }
  #memory: MemoryKeychain | undefined
  #life: 'open' | 'closing' | 'closed' = 'open'
  #asked = false
  readonly #listeners = new Set<(state: KeychainState) => void>()
  readonly #queue = new CallQueue<Call>((call) => this.#run(call))
  readonly #process: ProcessSupervisor
  readonly #pace: LookPace
  readonly #timings: KeychainTimings
  readonly #service: string
  readonly #promptsUnseen: boolean
  /** Only a Secret Service has several keyrings, one of which may keep a copy. */
  readonly #hasKeyrings: boolean

  constructor(options: KeychainClientOptions) {
    const { spawn, service, platform = process.platform, timings, now = Date.now } = options
    this.#service = service
    this.#timings = { ...defaultTimings, ...timings }
    this.#promptsUnseen = platform === 'darwin'
    this.#hasKeyrings = platform === 'linux'
    this.#pace = new LookPace({ ...this.#timings, look: () => this.#lookAgain() })
    const onChanged = () => this.#pace.noticed()
    this.#process = new ProcessSupervisor({ ...this.#timings, spawn, patience, now, onChanged })
  }

  get state(): KeychainState {
    return this.#state
  }

  onState(listener: (state: KeychainState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async get(ref: SecretRef, options: CallOptions = {}): Promise<Result<string>> {
    if (this.#memory !== undefined) return this.#memory.get(ref)
    const operation: Operation = { op: 'get', entry: this.#entry(ref), ...attended(options) }
    const outcome = await this.#call(operation, options.signal)
    return outcome.kind === 'value' ? ok(outcome.secret) : failureOf(outcome)
  }

  async set(ref: SecretRef, secret: string, options: CallOptions = {}): Promise<Result<void>> {
    const checked = checkSecret(secret)
    if (!checked.ok) return checked
    if (this.#memory !== undefined) return this.#memory.set(ref, secret)
    const entry = this.#entry(ref)
    return this.#write({ op: 'set', entry, secret, ...attended(options) }, options.signal)
  }

  async delete(ref: SecretRef, options: CallOptions = {}): Promise<Result<void>> {
    if (this.#memory !== undefined) return this.#memory.delete(ref)
    const entry = this.#entry(ref)
    return this.#write({ op: 'delete', entry, ...attended(options) }, options.signal)
  }

  async prepareDelete(ref: SecretRef, options: CallOptions = {}): Promise<Result<void>> {
    if (this.#memory !== undefined) return this.#memory.prepareDelete(ref)
    if (!this.#hasKeyrings) return ok(undefined)
    const entry = this.#entry(ref)
    return this.#write({ op: 'prepare-delete', entry, ...attended(options) }, options.signal)
  }

  async retry(options: CallOptions = {}): Promise<KeychainState> {
    if (this.#memory !== undefined) return this.#state
    const operation: Operation = { op: 'look', ...attended(options) }
    if (operation.attended) {
      this.#process.forgive()
      if (this.#state.kind === 'denied') this.#setState({ kind: 'starting' })
    }
    await this.#call(operation, options.signal)
    return this.#state
  }

  stopAsking(): void {
    if (this.#asked) this.#process.leavePrompt()
  }

  useMemory(mayHold: (ref: SecretRef) => boolean): SecretMemory | undefined {
    if (this.#state.kind === 'unavailable') {
      this.#setState({ kind: 'memory' })
      this.#memory = new MemoryKeychain(mayHold)
      this.#process.restart()
    }
    return this.#memory
  }

  async close(): Promise<void> {
    if (this.#life === 'open') {
      this.#life = 'closing'
      this.#pace.stop()
      this.#cancelForClose()
      await this.#queue.idle(this.#timings.closeWithin)
      this.#life = 'closed'
      for (const call of this.#queue.take(() => true)) call.settle({ kind: 'cancelled' })
    }
    await this.#process.close()
    this.#memory?.clear()
  }

  /** The system says that something has changed. Gives whether that changes the state. */
  async #lookAgain(): Promise<boolean> {
    const before = this.#state.kind
    return (await this.retry({ unattended: true })).kind !== before
  }

  async #write(operation: Operation, signal: AbortSignal | undefined): Promise<Result<void>> {
    const process = { lost: false }
    const outcome = await this.#call(operation, signal, () => {
      process.lost = true
    })
    if (outcome.kind === 'done') return ok(undefined)
    const failed = failureOf(outcome)
    // What the lost process did last may have been this write, whatever became of the second try.
    return process.lost && wroteNothing(failed.failure) ? fail('keychain-timeout') : failed
  }

  #call(
    operation: Operation,
    signal: AbortSignal | undefined,
    onLost: () => void = () => undefined,
  ): Promise<Outcome> {
    const refusal = this.#refusal(operation)
    if (refusal !== undefined) return Promise.resolve(refusal)
    if (signal?.aborted === true) return Promise.resolve({ kind: 'cancelled' })
    return new Promise((resolve) => {
      const abort = () => this.#abort(call)
      const settle = (outcome: Outcome) => {
        signal?.removeEventListener('abort', abort)
        resolve(outcome)
      }
      const call: Call = { operation, signal, onLost, settle }
      signal?.addEventListener('abort', abort)
      this.#queue.push(call)
    })
  }

  /** Answers at once what must neither wait behind a prompt nor raise another one. */
  #refusal({ op, attended }: Operation): Outcome | undefined {
    if (this.#life !== 'open') return { kind: 'cancelled' }
    if (attended) return undefined
    if (this.#state.kind === 'denied') return { kind: 'denied' }
    return this.#asked && op === 'get' ? { kind: 'locked' } : undefined
  }

  async #run(call: Call): Promise<void> {
    // What happened while the call waited counts as well.
    const denied = !call.operation.attended && this.#state.kind === 'denied'
    const outcome: Outcome = denied ? { kind: 'denied' } : await this.#perform(call)
    this.#asked = false
    const state = stateAfter(outcome)
    if (state !== undefined)
      this.#setState(this.#unseenPrompt(outcome) ? { kind: 'denied' } : state)
    call.settle(outcome)
  }

  /**
   * Sends the call, and once more if the process was lost or stale. All operations may be repeated:
   * they come one at a time, so that a write that has landed is only written again. One that made
   * the system ask is not repeated, for it would ask again.
   */
  async #perform(call: Call): Promise<Outcome> {
    let last: Outcome = { kind: 'cancelled' }
    for (let tries = 0; tries < 2; tries += 1) {
      if (this.#memory !== undefined) return { kind: 'unavailable', trouble: 'unknown' }
      const { sent, timedOut } = await this.#send(call)
      if (sent.kind === 'resting') return sent
      if (sent.kind === 'answer') {
        if (sent.answer.kind === 'denied' && this.#unwanted(call)) return { kind: 'cancelled' }
        if (sent.answer.kind !== 'stale') return sent.answer
        this.#process.restart()
        last = sent.answer
      } else {
        if (sent.begun) call.onLost()
        last = lossOf(sent, timedOut)
      }
      if (this.#asked && this.#unwanted(call)) return { kind: 'cancelled' }
      if (this.#life === 'closed') return { kind: 'timed-out' }
      if (this.#asked || this.#unseenPrompt(last)) return last
    }
    return last
  }

  async #send({ operation, signal }: Call): Promise<{ sent: Sent; timedOut: boolean }> {
    const { unattendedRead, askingAfter } = this.#timings
    let timedOut = false
    const onAsking = () => {
      this.#ask()
      if (signal?.aborted === true || this.#life !== 'open') this.#process.leavePrompt()
    }
    const cutOff = () => {
      timedOut = true
      this.#process.restart()
    }
    let timer: NodeJS.Timeout | undefined
    if (isRead(operation) && !operation.attended) timer = setTimeout(cutOff, unattendedRead)
    else if (this.#promptsUnseen) timer = setTimeout(onAsking, askingAfter)
    const sent = await this.#process.send(operation, onAsking)
    clearTimeout(timer)
    return { sent, timedOut }
  }

  #ask(): void {
    this.#asked = true
    this.#setState({ kind: 'asking' })
    const background = this.#queue.take(
      ({ operation }) => operation.op === 'get' && !operation.attended,
    )
    for (const call of background) call.settle({ kind: 'locked' })
  }

  #abort(call: Call): void {
    if (this.#queue.take((each) => each === call).length > 0) call.settle({ kind: 'cancelled' })
    else if (this.#asked) this.#process.leavePrompt()
    else if (isRead(call.operation)) call.settle({ kind: 'cancelled' })
    // A write is told how it ended, if that does not take long: it may have been done.
    else setTimeout(() => call.settle({ kind: 'cancelled' }), this.#timings.cancelWithin).unref()
  }

  #cancelForClose(): void {
    for (const call of this.#queue.take(({ operation }) => isRead(operation))) {
      call.settle({ kind: 'cancelled' })
    }
    const running = this.#queue.running
    if (running !== undefined && isRead(running.operation)) running.settle({ kind: 'cancelled' })
    if (this.#asked) this.#process.leavePrompt()
  }

  #unwanted(call: Call): boolean {
    return call.signal?.aborted === true || this.#life !== 'open'
  }

  /** On macOS a background read that hangs may be waiting at a prompt, and would raise another. */
  #unseenPrompt(outcome: Outcome): boolean {
    return this.#promptsUnseen && outcome.kind === 'timed-out'
  }

  #setState(state: KeychainState): void {
    if (this.#memory !== undefined || sameState(this.#state, state)) return
    this.#state = state
    for (const listener of [...this.#listeners]) listener(state)
  }

  #entry({ account, kind }: SecretRef): Entry {
    return { service: this.#service, name: `${account}/${kind}` }
  }
}

function attended({ unattended = false }: CallOptions): { readonly attended: boolean } {
  return { attended: !unattended }
}
