/**
 * One gate per server, whatever the service: at most two accounts are asked about at a time, in the
 * order in which they came, and none at all while the server has asked for a pause.
 */
import type { ServerId } from '../../shared/account'
import { fail, type Failure, type Result } from '../../shared/failure'
import type { HttpClient } from '../adapters/http'
import { endOf, type Wait } from '../wait'
import { startTimer, type StartTimer } from './timer'

/** How many may be asked about at one server at the same time. */
export const gateWidth = 2

/** For a server that has had enough and does not say until when. */
const defaultPauseMs = 60_000

interface Door {
  inside: number
  readonly waiting: ((verdict: 'enter' | 'refused') => void)[]
  /** How long it is closed; over while it is open. */
  pause: Wait | undefined
}

export class Gate {
  private readonly doors = new Map<ServerId, Door>()
  private readonly refusals = new WeakSet<Failure>()
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly now: () => number,
    private readonly timer: StartTimer = startTimer,
  ) {}

  /** Until when the server wants to be left alone; undefined if it may be asked. */
  closedUntil(server: ServerId): number | undefined {
    return endOf(this.doors.get(server)?.pause, this.now())
  }

  /** Calls back when a server asks for a pause; gives its own unsubscribe. */
  onClose(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Runs `work` when it is its turn, and closes the gate if the server asks for a pause. While the gate
   * is closed it fails at once with `rate-limited` and `retryAt`, as do those that wait at it then.
   * Fails with `cancelled` if the signal aborts before it is its turn.
   */
  async run<T>(
    server: ServerId,
    signal: AbortSignal,
    work: () => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const door = this.door(server)
    const verdict = await this.enter(server, door, signal)
    if (verdict === 'cancelled') return fail('cancelled')
    if (verdict === 'refused') return { ok: false, failure: this.refusal(door) }
    try {
      const result = await work()
      if (!result.ok) this.heed(server, result.failure)
      return result
    } finally {
      door.inside -= 1
      this.letIn(door)
    }
  }

  /** Waits until the server may be asked, or the signal aborts. */
  async whenOpen(server: ServerId, signal: AbortSignal): Promise<void> {
    for (;;) {
      const until = this.closedUntil(server)
      if (until === undefined || signal.aborted) return
      await new Promise<void>((resolve) => {
        const end = (): void => {
          stop()
          signal.removeEventListener('abort', end)
          resolve()
        }
        const stop = this.timer(until - this.now(), end)
        signal.addEventListener('abort', end)
      })
    }
  }

  /** Whether a failure is the gate's own: the server was not asked, so it says nothing of the account. */
  isRefusal(failure: Failure): boolean {
    return this.refusals.has(failure)
  }

  /** A client that closes the gate whenever the server asks for a pause, whatever the adapter makes of it. */
  watch(http: HttpClient, server: ServerId): HttpClient {
    return {
      send: async (request) => {
        const answer = await http.send(request)
        if (!answer.ok) this.heed(server, answer.failure)
        else if (answer.value.status === 429) this.close(server, answer.value.retryAt)
        else if (answer.value.status === 503 && answer.value.retryAt !== undefined) {
          this.close(server, answer.value.retryAt)
        }
        return answer
      },
    }
  }

  private heed(server: ServerId, { code, retryAt }: Failure): void {
    if (code === 'rate-limited' || retryAt !== undefined) this.close(server, retryAt)
  }

  private close(server: ServerId, retryAt: number | undefined): void {
    const now = this.now()
    const door = this.door(server)
    const until = Math.max(retryAt ?? now + defaultPauseMs, endOf(door.pause, now) ?? 0)
    if (until <= now) return
    door.pause = { since: now, until }
    for (const tell of door.waiting.splice(0)) tell('refused')
    for (const listener of this.listeners) listener()
  }

  private enter(
    server: ServerId,
    door: Door,
    signal: AbortSignal,
  ): Promise<'enter' | 'refused' | 'cancelled'> {
    if (signal.aborted) return Promise.resolve('cancelled')
    if (this.closedUntil(server) !== undefined) return Promise.resolve('refused')
    if (door.inside < gateWidth) {
      door.inside += 1
      return Promise.resolve('enter')
    }
    return new Promise((resolve) => {
      const cancel = (): void => {
        const place = door.waiting.indexOf(tell)
        if (place >= 0) door.waiting.splice(place, 1)
        resolve('cancelled')
      }
      const tell = (verdict: 'enter' | 'refused'): void => {
        signal.removeEventListener('abort', cancel)
        resolve(verdict)
      }
      door.waiting.push(tell)
      signal.addEventListener('abort', cancel, { once: true })
    })
  }

  private letIn(door: Door): void {
    const next = door.waiting.shift()
    if (!next) return
    door.inside += 1
    next('enter')
  }

  private refusal(door: Door): Failure {
    const failure: Failure = { code: 'rate-limited', retryAt: door.pause?.until }
    this.refusals.add(failure)
    return failure
  }

  private door(server: ServerId): Door {
    const known = this.doors.get(server)
    if (known) return known
    const door: Door = { inside: 0, waiting: [], pause: undefined }
    this.doors.set(server, door)
    return door
  }
}
