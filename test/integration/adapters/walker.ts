/**
 * Walks an adapter as the flow runner does: enters each step, and again after each failure. For tests of
 * adapters over real HTTP; it knows no service.
 */
import type { FlowId } from '../../../src/shared/account'
import { serverId } from '../../../src/shared/account'
import type { Failure } from '../../../src/shared/failure'
import type { FieldView, StepView } from '../../../src/shared/flow'
import type { Known, Server } from '../../../src/main/adapters/adapter'
import { createHttpClient } from '../../../src/main/adapters/http'
import type { Adapter, Surroundings, Walk, WalkAnswer } from '../../../src/main/adapters/walk'

export interface SceneOptions {
  readonly adapter: Adapter
  readonly baseUrl: string
  readonly now: () => number
  readonly settings?: Readonly<Record<string, string>>
  /** For requests that shall never be answered. */
  readonly timeoutMs?: number
}

/** What a walk needs for its requests: a real client, and the server that the sandbox plays. */
export function surroundingsOf(options: SceneOptions): Surroundings {
  const { adapter, baseUrl, now, settings = {}, timeoutMs = 10_000 } = options
  const server: Server = {
    id: serverId.parse(`${adapter.id}|${baseUrl}`),
    adapter: adapter.id,
    baseUrl,
    name: 'Sandbox',
    kind: 'sandbox',
    facts: [],
    settings,
  }
  const http = createHttpClient({ userAgent: 'Latchkey/test', now, timeoutMs })
  return { http, server, locale: 'en', now, signal: new AbortController().signal }
}

export class Walker {
  /** What the last submit or action came to. */
  last: WalkAnswer | undefined
  /** Why a step could not be entered, if it could not. */
  enterFailure: Failure | undefined

  private constructor(
    private walk: Walk,
    readonly scene: Surroundings,
  ) {}

  /** Begins a flow and enters its first step. Throws if the flow does not begin. */
  static async begin(
    adapter: Adapter,
    scene: Surroundings,
    flow: FlowId,
    known: Known = {},
  ): Promise<Walker> {
    const begun = await adapter.begin(flow, known, scene)
    if (!begun.ok) throw new Error(`${flow} did not begin: ${JSON.stringify(begun.failure)}`)
    return Walker.at(begun.value, scene)
  }

  /** Goes on from what the book would have kept, as after a restart. */
  static async resume(adapter: Adapter, scene: Surroundings, kept: unknown): Promise<Walker> {
    const stored: unknown = JSON.parse(JSON.stringify(kept))
    const resumed = adapter.resume(stored)
    if (!resumed.ok) throw new Error(`not resumed: ${JSON.stringify(resumed.failure)}`)
    return Walker.at(resumed.value, scene)
  }

  private static async at(walk: Walk, scene: Surroundings): Promise<Walker> {
    const walker = new Walker(walk, scene)
    await walker.enter()
    return walker
  }

  get step(): string {
    return this.walk.step
  }

  get email(): string | undefined {
    return this.walk.email
  }

  get kept(): unknown {
    return this.walk.kept
  }

  get view(): StepView {
    return this.walk.view(this.scene)
  }

  get waiting(): string | undefined {
    return this.walk.waiting(this.scene)
  }

  get site(): string | undefined {
    return this.walk.site(this.scene)
  }

  get fields(): readonly string[] {
    return this.view.fields.map((field) => field.name)
  }

  get actions(): readonly string[] {
    return this.view.actions.map((action) => action.id)
  }

  get notices(): readonly string[] {
    return this.view.notices.map((notice) => notice.text)
  }

  field<K extends FieldView['kind']>(kind: K): Extract<FieldView, { kind: K }> {
    const found = this.view.fields.find(
      (field): field is Extract<FieldView, { kind: K }> => field.kind === kind,
    )
    if (!found) throw new Error(`step ${this.step} has no field of kind ${kind}`)
    return found
  }

  /** What the book would hold before the request leaves, if it must not be repeated. */
  unsure(values: Readonly<Record<string, string>>): unknown {
    const prepared = this.walk.prepare(values, this.scene)
    return prepared.ok ? prepared.value.unsure?.walk.kept : undefined
  }

  async submit(values: Readonly<Record<string, string>> = {}): Promise<WalkAnswer> {
    const prepared = this.walk.prepare(values, this.scene)
    if (!prepared.ok) {
      return (this.last = { kind: 'failure', failure: prepared.failure, walk: this.walk })
    }
    return this.take(await this.walk.submit(prepared.value, this.scene))
  }

  async act(action: string): Promise<WalkAnswer> {
    return this.take(await this.walk.act(action, this.scene))
  }

  /** The failure of the last submit or action; throws if it had none. */
  get failure(): Failure {
    if (this.last?.kind !== 'failure') {
      throw new Error(`no failure, but ${this.last?.kind ?? 'nothing'} on step ${this.step}`)
    }
    return this.last.failure
  }

  /** How the flow ended; throws if it did not end with a session. */
  get signedIn(): Extract<WalkAnswer, { kind: 'signed-in' }> {
    if (this.last?.kind !== 'signed-in') {
      const why = this.last?.kind === 'failure' ? JSON.stringify(this.last.failure) : this.step
      throw new Error(`not signed in: ${why}`)
    }
    return this.last
  }

  async enter(): Promise<void> {
    const entered = await this.walk.enter(this.scene)
    this.enterFailure = entered.ok ? undefined : entered.failure
    if (entered.ok) this.walk = entered.value
  }

  private async take(answer: WalkAnswer): Promise<WalkAnswer> {
    this.last = answer
    if (answer.kind !== 'signed-in') {
      this.walk = answer.walk
      await this.enter()
    }
    return answer
  }
}
