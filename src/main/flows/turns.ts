/** What happens to an attempt between a press and its answer: one thing at a time, and late answers kept out. */
import type { Failure } from '../../shared/failure'
import type { ClientFor } from '../accounts/site-trust'
import type { Passwords } from '../accounts/passwords'
import type { Servers } from '../accounts/servers'
import type { Surroundings, Walk, WalkAnswer } from '../adapters/walk'
import type { CallOptions } from '../keychain/keychain'
import type { Language } from '../language'
import { sooner } from '../sooner'
import { newMark } from '../accounts/on-the-way'
import { leaving, type Attempt, type Held } from './attempt'
import { noteFailure, noteSent, type Filled, type SentPassword } from './filling'
import type { Keeper } from './keeper'

export interface TurnsOptions {
  readonly keeper: Keeper
  readonly servers: Servers
  readonly passwords: Passwords
  readonly clientFor: ClientFor
  readonly language: Language
  readonly now: () => number
  /** Aborted when the program closes. */
  readonly closing: AbortSignal
  /** Called when an attempt looks different. */
  readonly changed: (attempt: Attempt) => void
}

/** What an answer answers. */
export interface Asked {
  readonly password: SentPassword | undefined
  /** As the how manieth request, in the order in which requests left. */
  readonly order: number
  /** It must not be repeated: a next step then says that the service has done it. */
  readonly settled?: 'settled' | undefined
}

interface Work {
  readonly attempt: Attempt
  readonly ended: Promise<unknown>
}

export class Turns {
  private readonly works = new Set<Work>()
  private requests = 0

  constructor(private readonly options: TurnsOptions) {}

  /** The attempts for which something is under way, also those that were left. */
  underWay(): Attempt[] {
    return [...this.works].map(({ attempt }) => attempt)
  }

  /** Resolves when nothing is under way for any attempt. */
  async idle(): Promise<void> {
    while (this.works.size > 0) await Promise.all([...this.works].map(({ ended }) => ended))
  }

  /** The server is the one of now: its settings may have changed since the attempt began. */
  scene({ server: begun }: Pick<Attempt, 'server'>): Omit<Surroundings, 'http' | 'signal'> {
    const { servers, language, now } = this.options
    const server = servers.find(begun.id) ?? begun
    return { server, locale: language.value, now }
  }

  /** Marks the attempt as busy while `work` runs; nothing else runs for it meanwhile. */
  async during(
    attempt: Attempt,
    what: string,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    attempt.controller = new AbortController()
    attempt.busy = what
    attempt.failure = undefined
    this.turn(attempt)
    const signal = AbortSignal.any([attempt.controller.signal, this.options.closing])
    try {
      await this.track(attempt, work(signal))
    } finally {
      attempt.busy = undefined
      this.turn(attempt)
    }
  }

  /**
   * Sends what was typed. A request that must not be repeated is noted in the book before it leaves
   * and is never cut off: stopping only stops waiting for it, because its answer may hold a token.
   */
  async send(
    attempt: Attempt,
    walk: Walk,
    { prepared, password }: Filled,
    stopped: AbortSignal,
  ): Promise<void> {
    const { unsure } = prepared
    noteSent(attempt.passwords, password)
    if (unsure === undefined) {
      const order = this.nextOrder()
      const answer = await walk.submit(prepared, this.surroundings(attempt, stopped))
      return this.take(attempt, walk, answer, stopped, { password, order })
    }
    const { keeper } = this.options
    const noted = await keeper.note(attempt, unsure.walk, unsure.email)
    if (!noted.ok) return this.refuse(attempt, noted.failure)
    if (stopped.aborted) {
      await keeper.takeBack(attempt)
      return this.refuse(attempt, { code: 'cancelled' })
    }
    const asked: Asked = { password, settled: 'settled', order: this.nextOrder() }
    const answer = this.track(
      attempt,
      walk.submit(prepared, this.surroundings(attempt, neverAborted)),
    )
    const first = await sooner(answer, stopped)
    if (first !== 'stopped') return this.take(attempt, unsure.walk, first, stopped, asked)
    // A bug in a late answer reaches whoever watches for unhandled rejections.
    void this.track(
      attempt,
      answer.then((late) => this.takeLate(attempt, unsure.walk, late, asked)),
    )
    const failure: Failure = { code: 'outcome-unknown' }
    const given: WalkAnswer = { kind: 'failure', failure, walk: unsure.walk }
    return this.take(attempt, walk, given, stopped, { ...asked, settled: undefined })
  }

  /** The place of a request that is about to leave, among those of all attempts. */
  nextOrder(): number {
    this.requests += 1
    return this.requests
  }

  /** Goes on with an answer; `before` is what the account waits in until a session has come to it. */
  async take(
    attempt: Attempt,
    before: Walk,
    answer: WalkAnswer,
    signal: AbortSignal,
    { password, settled, order }: Asked,
  ): Promise<void> {
    // A session that came meanwhile, from an answer that was given up, is not to be lost again.
    if (answer.kind !== 'signed-in' && attempt.phase.kind !== 'step') return
    switch (answer.kind) {
      case 'signed-in':
        return this.finish(attempt, before, { ...answer, password, order, mark: newMark() })
      case 'step':
        attempt.phase = { kind: 'step', walk: answer.walk }
        await this.keep(attempt, answer.walk, settled)
        await this.noteChanged(attempt, password)
        return this.enter(attempt, answer.walk, signal)
      case 'failure':
        attempt.phase = { kind: 'step', walk: answer.walk }
        this.refuse(attempt, answer.failure)
        this.noteRefused(attempt, password, answer.failure)
        await this.keep(attempt, answer.walk, answer.done && settled)
        if (answer.done) await this.noteChanged(attempt, password)
        // Whatever guarded the failed call, such as a captcha, is spent; also when it was stopped.
        return this.enter(attempt, answer.walk, this.fresh(attempt))
    }
  }

  /**
   * Stores a session. Stopping also stops waiting for a keychain that asks the person, but neither
   * leaving nor closing the program takes a session from a keychain that would take it unasked.
   */
  async finish(attempt: Attempt, walk: Walk, held: Held): Promise<void> {
    const { keeper } = this.options
    if (!attempt.left) {
      await keeper.finish(attempt, walk, held, { signal: attempt.controller.signal })
      if (!this.wasLeftWith(attempt)) return
    }
    await keeper.finish(attempt, walk, held, { unattended: true })
  }

  /** Stores a session that the keychain has refused before, if it takes it without asking anybody. */
  async storeHeld(attempt: Attempt): Promise<void> {
    const { phase, failure } = attempt
    if (phase.kind !== 'held' || attempt.busy !== undefined) return
    await this.during(attempt, 'submit', async () => {
      const { signal } = attempt.controller
      const store = (options: CallOptions): Promise<void> =>
        this.options.keeper.finish(attempt, phase.walk, phase.held, options)
      await store({ signal, unattended: true })
      if (signal.reason === leaving && attempt.failure) await store({ unattended: true })
      // That nothing came of it is no news to whoever has not asked for it.
      if (attempt.failure?.code === 'cancelled') attempt.failure = failure
    })
  }

  private wasLeftWith({ left, phase, failure }: Attempt): boolean {
    return left && phase.kind === 'held' && failure?.code === 'cancelled'
  }

  async enter(attempt: Attempt, walk: Walk, signal: AbortSignal): Promise<void> {
    const entered = await walk.enter(this.surroundings(attempt, signal))
    if (attempt.phase.kind !== 'step' || attempt.phase.walk !== walk) return
    if (entered.ok) attempt.phase = { kind: 'step', walk: entered.value }
    else attempt.failure ??= entered.failure
  }

  surroundings(attempt: Attempt, signal: AbortSignal): Surroundings {
    const http = this.options.clientFor(attempt.server.id)
    return { ...this.scene(attempt), http, signal }
  }

  turn(attempt: Attempt): void {
    attempt.turn += 1
    this.options.changed(attempt)
  }

  /** An answer to a request that nobody waits for any more: only a token is kept of it. */
  private async takeLate(
    attempt: Attempt,
    asked: Walk,
    answer: WalkAnswer,
    { password, order }: Asked,
  ): Promise<void> {
    if (answer.kind !== 'signed-in' || attempt.phase.kind !== 'step') return
    await this.finish(attempt, asked, { ...answer, password, order, mark: newMark() })
    this.turn(attempt)
  }

  private noteRefused(
    attempt: Attempt,
    password: SentPassword | undefined,
    failure: Failure,
  ): void {
    const refused = noteFailure(attempt.passwords, password, failure)
    if (refused && attempt.account !== undefined) this.options.passwords.refuse(attempt.account)
  }

  /** Once the service has taken a new password, the remembered one opens nothing any more. */
  private async noteChanged(attempt: Attempt, password: SentPassword | undefined): Promise<void> {
    if (!password?.isNew || attempt.account === undefined) return
    await this.options.passwords.outdated(attempt.account)
  }

  private async keep(attempt: Attempt, walk: Walk, settled?: 'settled'): Promise<void> {
    const kept = await this.options.keeper.keep(attempt, walk, settled)
    if (!kept.ok) this.refuse(attempt, kept.failure)
  }

  private async track<T>(attempt: Attempt, promise: Promise<T>): Promise<T> {
    const ended = promise.then(
      () => undefined,
      () => undefined,
    )
    const work: Work = { attempt, ended }
    this.works.add(work)
    try {
      return await promise
    } finally {
      this.works.delete(work)
    }
  }

  private refuse(attempt: Attempt, failure: Failure): void {
    attempt.failure = failure
  }

  /** A signal for what follows a stop; an attempt that was left needs nothing any more. */
  private fresh(attempt: Attempt): AbortSignal {
    if (attempt.left) return attempt.controller.signal
    if (attempt.controller.signal.aborted) attempt.controller = new AbortController()
    return AbortSignal.any([attempt.controller.signal, this.options.closing])
  }
}

const neverAborted = new AbortController().signal
