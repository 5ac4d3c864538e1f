/**
 * Runs attempts of any adapter: begin, submit, side actions, stop, leave, and going on after a
 * restart. This folder knows adapters by their interface only; which requests a step makes is the
 * adapter's business, what is kept of it is this one's.
 */
import { randomUUID } from 'node:crypto'
import type { AccountId, FlowId, ServerId } from '../../shared/account'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { AttemptId, AttemptView, StepValues } from '../../shared/flow'
import { textFor } from '../../shared/text'
import type { Locale } from '../../shared/text/locale'
import type { Book } from '../accounts/book'
import type { Servers } from '../accounts/servers'
import type { Server } from '../adapters/adapter'
import type { HttpClient } from '../adapters/http'
import type { Prepared, Surroundings, Walk, WalkAnswer } from '../adapters/walk'
import { newAttempt, viewAttempt, type Attempt } from './attempt'
import type { Keeper } from './keeper'

export interface RunnerOptions {
  readonly book: Book
  readonly servers: Servers
  readonly keeper: Keeper
  readonly http: HttpClient
  readonly locale: Locale
  readonly now: () => number
  /** Called when an attempt looks different or is gone. */
  readonly touched: (attempt: AttemptId) => void
}

export class Runner {
  private readonly attempts = new Map<AttemptId, Attempt>()

  constructor(private readonly options: RunnerOptions) {}

  views(): AttemptView[] {
    return [...this.attempts.values()].map((attempt) => this.viewOf(attempt))
  }

  view(id: AttemptId): AttemptView | undefined {
    const attempt = this.attempts.get(id)
    return attempt && this.viewOf(attempt)
  }

  /** The live attempt of an account, if there is one. */
  attemptOf(account: AccountId): AttemptId | undefined {
    return [...this.attempts.values()].find((one) => one.account === account)?.id
  }

  /**
   * Begins a flow at a server, for an account of it if one is given. Failures: `not-found`,
   * `unsupported`, and whatever the service says while the first step is made.
   */
  async begin(
    flow: FlowId,
    serverId: ServerId,
    account: AccountId | undefined,
  ): Promise<Result<AttemptView>> {
    const server = this.options.servers.find(serverId)
    const adapter = server && this.options.servers.adapter(server.adapter)
    if (!server || !adapter) return fail('not-found')
    const entry = account === undefined ? undefined : this.options.book.account(account)
    if (account !== undefined && entry?.server !== serverId) return fail('not-found')
    if (account !== undefined) await this.leaveAttemptOf(account)
    const controller = new AbortController()
    const surroundings = { ...this.scene(server), http: this.options.http }
    const begun = await adapter.begin(
      flow,
      { email: entry?.email },
      { ...surroundings, signal: controller.signal },
    )
    if (!begun.ok) return begun
    const walk = begun.value
    const start = { adapter, server, flow, account, email: entry?.email, walk }
    return ok(await this.open(newAttempt(randomUUID(), start)))
  }

  /** Goes on with what an account waits in. Fails with `not-found` or `attempt-expired`. */
  async resume(account: AccountId): Promise<Result<AttemptView>> {
    const live = this.attemptOf(account)
    const attempt = live && this.attempts.get(live)
    if (attempt) return ok(this.viewOf(attempt))
    const entry = this.options.book.account(account)
    const server = entry && this.options.servers.find(entry.server)
    const adapter = server && this.options.servers.adapter(server.adapter)
    if (!entry?.pending || !server || !adapter) return fail('not-found')
    const resumed = adapter.resume(entry.pending.step)
    if (!resumed.ok) return resumed
    const { flow } = entry.pending
    const start = { adapter, server, flow, account, email: entry.email, walk: resumed.value }
    return ok(await this.open({ ...newAttempt(randomUUID(), start), ownsPending: true }))
  }

  /**
   * Submits the step that the window shows; a submit for another step came late and changes nothing.
   * The result is the attempt as it then stands, with its failure inside.
   */
  async submit(id: AttemptId, step: string, values: StepValues): Promise<Result<AttemptView>> {
    const attempt = this.attempts.get(id)
    if (!attempt) return fail('not-found')
    const view = this.viewOf(attempt)
    const stale = view.phase.kind !== 'step' || view.phase.view.step !== step
    if (attempt.busy !== undefined || stale || attempt.phase.kind === 'done') return ok(view)
    if (attempt.phase.kind === 'held') {
      const { walk, held } = attempt.phase
      await this.during(attempt, 'submit', () => this.options.keeper.finish(attempt, walk, held))
      return ok(this.viewOf(attempt))
    }
    const { walk } = attempt.phase
    const prepared = walk.prepare(values, this.scene(attempt.server))
    if (!prepared.ok) {
      attempt.failure = prepared.failure
      this.turn(attempt)
      return ok(this.viewOf(attempt))
    }
    await this.during(attempt, 'submit', () => this.send(attempt, walk, prepared.value))
    return ok(this.viewOf(attempt))
  }

  /** Runs a side action of the current step. */
  async act(id: AttemptId, action: string): Promise<Result<AttemptView>> {
    const attempt = this.attempts.get(id)
    if (!attempt) return fail('not-found')
    if (attempt.phase.kind !== 'step' || attempt.busy !== undefined) {
      return ok(this.viewOf(attempt))
    }
    const { walk } = attempt.phase
    await this.during(attempt, action, async (signal) => {
      if (action === 'new-captcha') return this.enter(attempt, walk, signal)
      return this.take(attempt, walk, await walk.act(action, this.surroundings(attempt, signal)))
    })
    return ok(this.viewOf(attempt))
  }

  /** Stops waiting for the running request; the person stays on the step. */
  stop(id: AttemptId): Result<null> {
    this.attempts.get(id)?.controller.abort()
    return ok(null)
  }

  /** Leaves an attempt. What waits at the service stays with its account. */
  async leave(id: AttemptId): Promise<Result<null>> {
    const attempt = this.attempts.get(id)
    if (!attempt) return ok(null)
    attempt.controller.abort()
    // A session that the keychain has not taken yet would be lost with its attempt.
    if (attempt.phase.kind === 'held') return ok(null)
    attempt.left = true
    this.attempts.delete(id)
    this.options.touched(id)
    if (attempt.busy === undefined) await this.options.keeper.abandon(attempt)
    return ok(null)
  }

  /** Where `open-site` leads from the step that an attempt stands on, and at which kind of server. */
  site(id: AttemptId): { readonly url: string; readonly kind: Server['kind'] } | undefined {
    const attempt = this.attempts.get(id)
    if (attempt?.phase.kind !== 'step') return undefined
    const url = attempt.phase.walk.site(this.scene(attempt.server))
    return url === undefined ? undefined : { url, kind: attempt.server.kind }
  }

  async leaveAttemptOf(account: AccountId): Promise<void> {
    const live = this.attemptOf(account)
    if (live) await this.leave(live)
  }

  private async open(attempt: Attempt): Promise<AttemptView> {
    this.attempts.set(attempt.id, attempt)
    this.options.touched(attempt.id)
    const { phase } = attempt
    if (phase.kind === 'step') {
      await this.during(attempt, 'open', (signal) => this.enter(attempt, phase.walk, signal))
    }
    return this.viewOf(attempt)
  }

  /**
   * Sends what was typed. A request that must not be repeated is noted in the book before it leaves
   * and is never cut off: stopping only stops waiting for it, because its answer may hold a token.
   */
  private async send(attempt: Attempt, walk: Walk, prepared: Prepared): Promise<void> {
    const { keeper } = this.options
    if (prepared.unsure) {
      const noted = await keeper.note(attempt, prepared.unsure, prepared.email)
      if (!noted.ok) return this.refuse(attempt, noted.failure)
    }
    const stopped = attempt.controller.signal
    const signal = prepared.unsure ? neverAborted : stopped
    const answer = walk.submit(prepared, this.surroundings(attempt, signal))
    const first = prepared.unsure ? await sooner(answer, stopped) : await answer
    if (first === 'stopped') {
      void answer.then((late) => this.takeLate(attempt, late))
      const after = prepared.unsure ?? walk
      return this.take(attempt, walk, {
        kind: 'failure',
        failure: { code: 'outcome-unknown' },
        walk: after,
      })
    }
    return this.take(attempt, walk, first)
  }

  private async take(attempt: Attempt, before: Walk, answer: WalkAnswer): Promise<void> {
    const { keeper } = this.options
    switch (answer.kind) {
      case 'signed-in':
        return keeper.finish(attempt, before, answer)
      case 'step':
        attempt.phase = { kind: 'step', walk: answer.walk }
        await this.keepStep(attempt, answer.walk)
        return this.enter(attempt, answer.walk, attempt.controller.signal)
      case 'failure': {
        attempt.phase = { kind: 'step', walk: answer.walk }
        this.refuse(attempt, answer.failure)
        await this.keepStep(attempt, answer.walk)
        if (attempt.controller.signal.aborted) return
        // Whatever guarded the failed call, such as a captcha, is spent.
        return this.enter(attempt, answer.walk, attempt.controller.signal)
      }
    }
  }

  /** An answer to a request that nobody waits for any more: only a token is kept of it. */
  private async takeLate(attempt: Attempt, answer: WalkAnswer): Promise<void> {
    if (answer.kind !== 'signed-in' || attempt.phase.kind !== 'step') return
    await this.options.keeper.finish(attempt, attempt.phase.walk, answer)
    this.turn(attempt)
  }

  private async enter(attempt: Attempt, walk: Walk, signal: AbortSignal): Promise<void> {
    const entered = await walk.enter(this.surroundings(attempt, signal))
    if (attempt.phase.kind !== 'step' || attempt.phase.walk !== walk) return
    if (entered.ok) attempt.phase = { kind: 'step', walk: entered.value }
    else attempt.failure ??= entered.failure
  }

  private async keepStep(attempt: Attempt, walk: Walk): Promise<void> {
    const kept = await this.options.keeper.keep(attempt, walk)
    if (!kept.ok) this.refuse(attempt, kept.failure)
  }

  private refuse(attempt: Attempt, failure: Failure): void {
    attempt.failure = failure
  }

  /** Marks the attempt as busy while `work` runs; nothing else runs for it meanwhile. */
  private async during(
    attempt: Attempt,
    what: string,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    attempt.controller = new AbortController()
    attempt.busy = what
    attempt.failure = undefined
    this.turn(attempt)
    try {
      await work(attempt.controller.signal)
    } finally {
      attempt.busy = undefined
      this.turn(attempt)
    }
    if (attempt.left) await this.options.keeper.abandon(attempt)
  }

  private turn(attempt: Attempt): void {
    attempt.turn += 1
    this.options.touched(attempt.id)
  }

  private viewOf(attempt: Attempt): AttemptView {
    const { locale, now } = this.options
    return viewAttempt(attempt, locale, textFor(locale), now)
  }

  private scene(server: Attempt['server']): Omit<Surroundings, 'http' | 'signal'> {
    return { server, locale: this.options.locale, now: this.options.now }
  }

  private surroundings(attempt: Attempt, signal: AbortSignal): Surroundings {
    return { ...this.scene(attempt.server), http: this.options.http, signal }
  }
}

const neverAborted = new AbortController().signal

/** Whichever comes first: the answer, or the person's wish to stop waiting for it. */
async function sooner<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | 'stopped'> {
  const stopped = new Promise<'stopped'>((resolve) => {
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
    if (signal.aborted) resolve('stopped')
  })
  return Promise.race([answer, stopped])
}
