/**
 * Runs attempts of any adapter: begin, submit, side actions, stop, leave, and going on after a
 * restart. This folder knows adapters by their interface only; which requests a step makes is the
 * adapter's business, what is kept of it is this one's.
 */
import type { AccountId, FlowId, ServerId } from '../../shared/account'
import { makesWay } from '../../shared/busy'
import { fail, ok, type Result } from '../../shared/failure'
import type { AttemptId, AttemptView, StepValues } from '../../shared/flow'
import type { Book } from '../accounts/book'
import { Lanes } from '../accounts/lanes'
import type { Passwords } from '../accounts/passwords'
import type { Servers } from '../accounts/servers'
import type { Server } from '../adapters/adapter'
import type { ClientFor } from '../accounts/site-trust'
import type { Language } from '../language'
import { Alone } from './alone'
import { viewAttempt, type Attempt } from './attempt'
import { fill, passwordOnTheWay, setAside, typeAnother } from './filling'
import type { Keeper } from './keeper'
import { Making, type Wish } from './making'
import { OpenAttempts } from './open-attempts'
import { Turns } from './turns'

export interface RunnerOptions {
  readonly book: Book
  readonly servers: Servers
  readonly keeper: Keeper
  readonly passwords: Passwords
  readonly clientFor: ClientFor
  readonly language: Language
  readonly now: () => number
  /** Aborted when the program closes. */
  readonly closing: AbortSignal
  /** Whether secrets are kept in memory, so that the words at the end are true. */
  readonly inMemory: () => boolean
  /** Called when an attempt looks different or is gone. */
  readonly touched: (attempt: AttemptId) => void
  /** Called when an account begins or ends to be logged in without the person. */
  readonly touchedAccount: (account: AccountId) => void
  /** Called when a session that was held behind another attempt may be held no longer. */
  readonly freed: () => void
}

export class Runner {
  private readonly attempts: OpenAttempts
  private readonly beginnings = new Lanes()
  private readonly turns: Turns
  private readonly alone: Alone
  private readonly making: Making
  /** The flows that are being begun, by account and flow, so that a second wish joins the first. */
  private readonly begun = new Map<string, Promise<Result<AttemptView>>>()

  constructor(private readonly options: RunnerOptions) {
    this.turns = new Turns({ ...options, changed: (attempt) => this.attempts.changed(attempt) })
    this.attempts = new OpenAttempts({ ...options, underWay: () => this.turns.underWay() })
    this.alone = new Alone({ ...options, turns: this.turns, touched: options.touchedAccount })
    this.making = new Making({ ...options, turns: this.turns, alone: this.alone })
  }

  /** The attempts that go on; one that is done is only shown by the window that ended it. */
  views(): AttemptView[] {
    return this.attempts.live().map((attempt) => this.viewOf(attempt))
  }

  view(id: AttemptId): AttemptView | undefined {
    const attempt = this.attempts.get(id)
    return attempt && this.viewOf(attempt)
  }

  /** Whether an account is being logged in with its remembered password, without the person. */
  isLoggingIn(account: AccountId): boolean {
    return this.alone.isLoggingIn(account)
  }

  /**
   * Begins a flow at a server, for an account of it if one is given. An account has one attempt at a
   * time: once another flow has begun it takes its place, or at once where something is under way
   * there; the same one goes on unless it is begun `anew`. A login whose account has a remembered
   * password, and whose step asks for nothing else, is over when this resolves. Failures:
   * `not-found`, `unsupported`, and whatever the service says while the first step is made.
   */
  begin(
    flow: FlowId,
    server: ServerId,
    account: AccountId | undefined,
    anew = false,
  ): Promise<Result<AttemptView>> {
    const wish = { flow, server, account, until: this.making.until }
    if (account === undefined) return this.start(wish)
    const key = `${flow} ${account}`
    const beginning = this.begun.get(key) ?? this.beginFor(account, wish, anew)
    this.begun.set(key, beginning)
    const over = (): void => {
      if (this.begun.get(key) === beginning) this.begun.delete(key)
    }
    void beginning.then(over, over)
    return beginning
  }

  private async beginFor(
    account: AccountId,
    wish: Wish,
    anew: boolean,
  ): Promise<Result<AttemptView>> {
    const begun = await this.beginnings.run(account, async () => {
      const live = this.attempts.of(account)
      if (live && ((live.flow === wish.flow && !anew) || live.phase.kind === 'held')) {
        return ok({ opened: this.goOn(live) })
      }
      // What is under way there could write over what the other one brings.
      if (live?.busy !== undefined) this.attempts.leave(live.id)
      const waits = live?.busy === undefined ? live : undefined
      const made = await this.keepingStill(waits, (signal) => this.making.make(wish, signal))
      if (!made.ok) return made
      // An idle one not before: who cannot begin the other one goes on with it.
      if (waits) this.attempts.leave(waits.id)
      return ok({ opened: this.open(made.value) })
    })
    return begun.ok ? ok(await begun.value.opened) : begun
  }

  /** Goes on with what an account waits in. Fails with `not-found` or `attempt-expired`. */
  async resume(account: AccountId): Promise<Result<AttemptView>> {
    const { until } = this.making
    // Behind another flow that is being begun, whose attempt is then the one to go on with.
    await this.beginnings.run(account, () => Promise.resolve())
    if (until.aborted) return fail('latchkey-locked')
    const live = this.attempts.of(account)
    if (live) return ok(this.viewOf(live))
    const made = this.making.remake(account)
    return made.ok ? ok(await this.open(made.value)) : made
  }

  /**
   * Submits the step that the window shows; a submit for another step came late and changes nothing.
   * `rememberPassword` is what the person wants for the password of this login. The result is the
   * attempt as it then stands, with its failure inside.
   */
  async submit(
    id: AttemptId,
    step: string,
    values: StepValues,
    rememberPassword?: boolean,
  ): Promise<Result<AttemptView>> {
    const attempt = this.attempts.get(id)
    if (!attempt) return fail('not-found')
    const view = this.viewOf(attempt)
    const stale = view.phase.kind !== 'step' || view.phase.view.step !== step
    if (attempt.busy !== undefined || stale || attempt.phase.kind === 'done') return ok(view)
    const { turns } = this
    if (attempt.phase.kind === 'held') {
      const { walk, held } = attempt.phase
      await turns.during(attempt, 'submit', () => turns.finish(attempt, walk, held))
      return ok(this.viewOf(attempt))
    }
    const { walk } = attempt.phase
    const { passwords, email } = attempt
    if (rememberPassword !== undefined) passwords.keep = rememberPassword
    const filled = fill(passwords, email, walk, values, turns.scene(attempt))
    if (filled.ok) {
      await turns.during(attempt, 'submit', (signal) =>
        turns.send(attempt, walk, filled.value, signal),
      )
    } else {
      attempt.failure = filled.failure
      turns.turn(attempt)
    }
    return ok(this.viewOf(attempt))
  }

  /** Runs a side action of the current step. */
  async act(id: AttemptId, action: string): Promise<Result<AttemptView>> {
    const attempt = this.attempts.get(id)
    if (!attempt) return fail('not-found')
    if (attempt.phase.kind !== 'step' || attempt.busy !== undefined) {
      return ok(this.viewOf(attempt))
    }
    const { turns } = this
    const { walk } = attempt.phase
    if (action === typeAnother) {
      setAside(attempt.passwords)
      attempt.failure = undefined
      turns.turn(attempt)
      return ok(this.viewOf(attempt))
    }
    const asked = { password: passwordOnTheWay(attempt.passwords), order: turns.nextOrder() }
    await turns.during(attempt, action, async (signal) => {
      if (action === 'new-captcha') return turns.enter(attempt, walk, signal)
      const answer = await walk.act(action, turns.surroundings(attempt, signal))
      return turns.take(attempt, walk, answer, signal, asked)
    })
    return ok(this.viewOf(attempt))
  }

  /** Stops waiting for the running request; the person stays on the step. */
  stop(id: AttemptId): Result<null> {
    this.attempts.get(id)?.controller.abort()
    return ok(null)
  }

  /** Leaves an attempt; what of it lasts stays with its account, or with the attempt (open-attempts.ts). */
  leave(id: AttemptId): Result<null> {
    this.attempts.leave(id)
    return ok(null)
  }

  /** Leaves all attempts, also those that are only being begun: Latchkey locks. */
  leaveAll(): void {
    this.making.giveUp()
    this.begun.clear()
    for (const { id } of this.attempts.live()) this.attempts.leave(id)
  }

  /** Leaves what an account was waiting in before this attempt has logged it in. */
  leaveEarlier(done: Attempt): void {
    this.attempts.leaveEarlier(done)
  }

  /** Forgets the attempts of an account that was removed; nothing of them may bring it back. */
  drop(account: AccountId): void {
    this.attempts.drop(account)
  }

  /**
   * Stores the sessions that the keychain has refused before, where it takes them without asking anybody.
   * One whose account goes on in another attempt waits, unless this is the `last` occasion.
   */
  async storeHeld(when?: 'last'): Promise<void> {
    const { attempts, turns } = this
    const held = attempts.live().filter((one) => when === 'last' || attempts.isLatest(one))
    await Promise.all(held.map((attempt) => turns.storeHeld(attempt)))
  }

  /** Resolves when nothing is under way for any attempt. */
  idle(): Promise<void> {
    return this.turns.idle()
  }

  /** Where `open-site` leads from the step that an attempt stands on, and at which kind of server. */
  site(id: AttemptId): { readonly url: string; readonly kind: Server['kind'] } | undefined {
    const attempt = this.attempts.get(id)
    if (attempt?.phase.kind !== 'step') return undefined
    const { server, phase } = attempt
    const url = phase.walk.site(this.turns.scene(attempt)) ?? this.options.servers.siteOf(server)
    return { url, kind: server.kind }
  }

  private async start(wish: Wish): Promise<Result<AttemptView>> {
    const made = await this.making.make(wish, this.options.closing)
    return made.ok ? ok(await this.open(made.value)) : made
  }

  /**
   * Nothing is pressed in an attempt while `work` runs: its answer could write over what that brings. Who
   * stops it there stops the work.
   */
  private async keepingStill<T>(
    attempt: Attempt | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { closing } = this.options
    if (!attempt) return work(closing)
    attempt.controller = new AbortController()
    attempt.busy = makesWay
    this.turns.turn(attempt)
    try {
      return await work(AbortSignal.any([attempt.controller.signal, closing]))
    } finally {
      attempt.busy = undefined
      this.turns.turn(attempt)
    }
  }

  private async open(attempt: Attempt): Promise<AttemptView> {
    this.attempts.add(attempt)
    const { phase } = attempt
    const unread = attempt.failure
    if (phase.kind === 'step') {
      await this.turns.during(attempt, 'open', async (signal) => {
        await this.turns.enter(attempt, phase.walk, signal)
        attempt.failure ??= unread
      })
      if (attempt.failure === undefined) await this.alone.submit(attempt)
    }
    return this.viewOf(attempt)
  }

  private async goOn(live: Attempt): Promise<AttemptView> {
    await this.alone.submit(live)
    return this.viewOf(live)
  }

  private viewOf(attempt: Attempt): AttemptView {
    const { language, inMemory } = this.options
    const scene = { ...this.turns.scene(attempt), text: language.text, inMemory: inMemory() }
    return viewAttempt(attempt, scene)
  }
}
