/** What the Cloudreve tests share: a sandbox site, and somebody who walks through its flows. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { cloudreve } from '../../../src/main/adapters/cloudreve'
import { createHttpClient } from '../../../src/main/adapters/http'
import type { Surroundings, Walk, WalkAnswer } from '../../../src/main/adapters/walk'
import { serverId, type FlowId } from '../../../src/shared/account'
import type { Failure, Result } from '../../../src/shared/failure'
import type { FieldView, StepValues, StepView } from '../../../src/shared/flow'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'

export const password = 'correct horse 1'

/** Ways to lose the answer of a request that was carried out, and what each is called. */
export const lostAnswers = [
  ['no answer', { kind: 'reset-after' }, 'outcome-unknown'],
  [
    'an answer that cannot be read',
    { kind: 'wrong-type', field: 'code', value: 'zero' },
    'unexpected-answer',
  ],
] as const

type SignedIn = Extract<WalkAnswer, { readonly kind: 'signed-in' }>

/** The part of the flow runner that matters to an adapter: enter after every answer. */
export class Person {
  failure: Failure | undefined
  done: SignedIn | undefined
  private walk: Walk | undefined

  constructor(private readonly surroundings: Surroundings) {}

  async begin(flow: FlowId, email?: string): Promise<this> {
    const begun = await cloudreve.begin(flow, { email }, this.surroundings)
    this.failure = begun.ok ? undefined : begun.failure
    if (begun.ok) await this.enter(begun.value)
    return this
  }

  /** As after a restart: only what may stand in the book is left of the walk. */
  async restart(): Promise<this> {
    const kept: unknown = JSON.parse(JSON.stringify(this.at.kept))
    await this.enter(value(cloudreve.resume(kept)))
    return this
  }

  async submit(values: StepValues = {}): Promise<this> {
    const prepared = this.at.prepare(values, this.surroundings)
    if (!prepared.ok) {
      this.failure = prepared.failure
      return this
    }
    return this.take(await this.at.submit(prepared.value, this.surroundings))
  }

  async act(action: string): Promise<this> {
    return this.take(await this.at.act(action, this.surroundings))
  }

  get at(): Walk {
    if (!this.walk) throw new Error(`not on a step: ${JSON.stringify(this.failure)}`)
    return this.walk
  }

  get step(): string {
    return this.at.step
  }

  get view(): StepView {
    return this.at.view(this.surroundings)
  }

  get fields(): string[] {
    return this.view.fields.map(({ name }) => name)
  }

  get actions(): string[] {
    return this.view.actions.map(({ id }) => id)
  }

  /** Those that come before what the step's own button does. */
  get firstActions(): string[] {
    return this.view.actions.filter(({ first }) => first).map(({ id }) => id)
  }

  get notices(): string {
    return this.view.notices.map(({ tone, text }) => `${tone}: ${text}`).join('\n')
  }

  get waiting(): string | undefined {
    return this.at.waiting(this.surroundings)
  }

  get picture(): string | undefined {
    const captcha = this.view.fields.find((field) => field.kind === 'captcha')
    return captcha?.image
  }

  field(name: string): FieldView {
    const found = this.view.fields.find((field) => field.name === name)
    if (!found) throw new Error(`no field ${name} on ${this.step}`)
    return found
  }

  private async take(answer: WalkAnswer): Promise<this> {
    this.failure = answer.kind === 'failure' ? answer.failure : undefined
    if (answer.kind === 'signed-in') {
      this.done = answer
      this.walk = undefined
    } else {
      await this.enter(answer.walk)
    }
    return this
  }

  private async enter(walk: Walk): Promise<void> {
    this.walk = walk
    const entered = await walk.enter(this.surroundings)
    if (entered.ok) this.walk = entered.value
    else this.failure ??= entered.failure
  }
}

/** A sandbox for the file; its site is as freshly installed before each test. */
export function useSandbox() {
  let sandbox: Sandbox | undefined
  let users = 0
  const current = (): Sandbox => {
    if (!sandbox) throw new Error('the sandbox has not started')
    return sandbox
  }
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  afterAll(() => sandbox?.close())
  beforeEach(() => {
    Object.assign(current().cloudreve.settings, fresh)
    current().cloudreve.faults.clear()
    current().requests.clear()
  })
  const surroundings = (): Surroundings => surroundingsOf(current())
  return {
    get it() {
      return current()
    },
    get site() {
      return current().cloudreve
    },
    surroundings,
    person: () => new Person(surroundings()),
    /** An address that no other test uses. */
    email: () => `person${(users += 1)}@example.com`,
    /** How often an operation was asked for. */
    count: (operation: string) =>
      current()
        .requests.list('cloudreve')
        .filter((request) => request.operation === operation).length,
    captcha: () => current().captchas.latest('cloudreve').answer,
    link: (email: string) => current().mailbox.latest(email)?.link ?? '',
  }
}

const fresh = {
  title: 'Sandbox Drive',
  version: '4.18.0',
  pro: false,
  siteUrl: undefined,
  registerEnabled: true,
  activation: false,
  loginCaptcha: false,
  regCaptcha: false,
  forgetCaptcha: false,
  captchaType: 'normal',
  passwordEnabled: true,
  maxPasswordLength: 128,
  tosUrl: '',
  bannedMailDomains: [],
  mailFails: false,
  databaseFails: false,
} as const

function surroundingsOf({ urls, clock }: Sandbox): Surroundings {
  return {
    http: createHttpClient({ userAgent: 'latchkey-test', timeoutMs: 5_000 }),
    server: {
      id: serverId.parse(`cloudreve ${urls.cloudreve}`),
      adapter: cloudreve.id,
      baseUrl: urls.cloudreve,
      name: 'Sandbox Drive',
      kind: 'sandbox',
      facts: [],
      settings: {},
    },
    locale: 'en',
    now: () => clock.now(),
    signal: new AbortController().signal,
  }
}

/** The value of a result that must be good. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`)
  return result.value
}

/** The failure of a result that must be bad. */
export function failure(result: Result<unknown>): Failure {
  if (result.ok) throw new Error('did not fail')
  return result.failure
}
