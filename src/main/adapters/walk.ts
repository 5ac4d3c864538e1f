/**
 * Turns an adapter as its author wrote it (with its own steps, memory and words) into one shape that
 * the rest of the program can hold: `Adapter`, and `Walk` for one walk through its steps.
 */
import { adapterId, type AdapterId, type Fact, type FlowId } from '../../shared/account'
import { checkFields } from '../../shared/field-check'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { NoticeView, StepValues, StepView } from '../../shared/flow'
import type { Locale } from '../../shared/text/locale'
import type {
  AdapterSpec,
  AdapterWords,
  Answer,
  Checked,
  Context,
  FactValue,
  FixedServer,
  FlowDefinition,
  Known,
  Server,
  ServerSetting,
  Session,
  Site,
  StepDefinition,
} from './adapter'
import type { HttpClient } from './http'

/** What a walk needs from outside for one request. */
export interface Surroundings {
  readonly http: HttpClient
  readonly server: Server
  readonly locale: Locale
  readonly now: () => number
  readonly signal: AbortSignal
}

export type WalkAnswer =
  | { readonly kind: 'step' }
  | {
      readonly kind: 'signed-in'
      readonly email: string
      readonly session: Session
      readonly facts: readonly FactValue[]
      readonly notice: NoticeView | undefined
    }
  | { readonly kind: 'failure'; readonly failure: Failure }

/** One walk through the steps of an adapter. It holds what is typed only while a request runs. */
export interface Walk {
  readonly step: string
  readonly email: string | undefined
  /** The step as it may be kept in the book: public data only. */
  readonly kept: unknown
  /** What the account waits for, if leaving now leaves something behind at the service. */
  waiting(view: Pick<Surroundings, 'server' | 'locale' | 'now'>): string | undefined
  view(view: Pick<Surroundings, 'server' | 'locale' | 'now'>): StepView
  /** Where `open-site` leads from here. */
  site(view: Pick<Surroundings, 'server' | 'locale' | 'now'>): string | undefined
  /** The step to keep before a request that must not be repeated leaves; undefined for any other. */
  unsure(values: StepValues): { readonly kept: unknown } | undefined
  /** Loads what the current step needs, such as a captcha. */
  enter(surroundings: Surroundings): Promise<Result<void>>
  submit(values: StepValues, surroundings: Surroundings): Promise<WalkAnswer>
  act(action: string, surroundings: Surroundings): Promise<WalkAnswer>
}

export interface Adapter {
  readonly id: AdapterId
  readonly name: string
  readonly site: string
  readonly linkHosts: readonly string[]
  readonly fixedServers: readonly FixedServer[]
  readonly ownSites: boolean
  readonly abilities: { readonly refresh: boolean; readonly logOut: boolean }
  words(locale: Locale): AdapterWords
  /** Which flow to walk instead, or undefined if the service has this one. */
  instead(flow: FlowId): FlowId | undefined
  label(facts: readonly FactValue[], locale: Locale): Fact[]
  settings(locale: Locale): readonly SettingLook[]
  /** Gives what is wrong with a setting's value, in words, or undefined. */
  settingProblem(name: string, value: string, locale: Locale): string | undefined
  probe(address: string, surroundings: Omit<Surroundings, 'server'>): Promise<Result<Site>>
  /** Begins a flow. Failures: whatever the service says while its first step is made. */
  begin(flow: FlowId, known: Known, surroundings: Surroundings): Promise<Result<Walk>>
  /** Goes on from a kept step; `unexpected-answer` if this version cannot read it. */
  resume(kept: unknown): Result<Walk>
  check(session: Session, surroundings: Surroundings): Promise<Result<Checked>>
  refresh(session: Session, surroundings: Surroundings): Promise<Result<Session>>
  logOut(session: Session, surroundings: Surroundings): Promise<Result<void>>
}

/** A server's setting, in words. */
export type SettingLook = ReturnType<ServerSetting<AdapterWords>['look']> & {
  readonly name: string
}

interface AnyStep {
  readonly step: string
  readonly email?: string | undefined
}

class TypedWalk<S extends AnyStep, M extends object, W extends AdapterWords> implements Walk {
  private notice: NoticeView | undefined

  constructor(
    private readonly spec: AdapterSpec<S, M, W>,
    private current: S,
    private memory: M,
    notice: NoticeView | undefined,
  ) {
    this.notice = notice
  }

  get step(): string {
    return this.current.step
  }

  get email(): string | undefined {
    return this.current.email
  }

  get kept(): unknown {
    return this.current
  }

  waiting(view: Pick<Surroundings, 'server' | 'locale' | 'now'>): string | undefined {
    return this.definition().waiting?.(this.current, contextOf(this.spec, view))
  }

  view(view: Pick<Surroundings, 'server' | 'locale' | 'now'>): StepView {
    const look = this.definition().look(this.current, this.memory, contextOf(this.spec, view))
    return {
      step: this.current.step,
      title: look.title,
      text: look.text,
      notices: [...(this.notice ? [this.notice] : []), ...(look.notices ?? [])],
      fields: [...look.fields],
      submit: look.submit,
      actions: [...(look.actions ?? [])],
    }
  }

  site(view: Pick<Surroundings, 'server' | 'locale' | 'now'>): string | undefined {
    return this.definition().site?.(this.current, contextOf(this.spec, view))
  }

  unsure(values: StepValues): { readonly kept: unknown } | undefined {
    const once = this.definition().once
    return once && { kept: once.unsure(this.current, this.emailFor(values)) }
  }

  async enter(surroundings: Surroundings): Promise<Result<void>> {
    const definition = this.definition()
    if (!definition.enter) return ok(undefined)
    const context = contextOf(this.spec, surroundings)
    const entered = await definition.enter(this.current, this.memory, context)
    if (!entered.ok) return entered
    this.memory = entered.value
    return ok(undefined)
  }

  async submit(values: StepValues, surroundings: Surroundings): Promise<WalkAnswer> {
    const definition = this.definition()
    const context = contextOf(this.spec, surroundings)
    const checked = checkFields(this.view(surroundings).fields, values)
    if (!checked.ok) return { kind: 'failure', failure: checked.failure }
    const answer = await definition.submit(this.current, checked.value, this.memory, context)
    if (answer.kind === 'failure' && answer.failure.code === 'outcome-unknown' && definition.once) {
      const step = definition.once.unsure(this.current, this.emailFor(checked.value))
      return this.take({ ...answer, step: answer.step ?? step })
    }
    return this.take(answer)
  }

  async act(action: string, surroundings: Surroundings): Promise<WalkAnswer> {
    const run = this.definition().actions?.[action]
    if (!run) return { kind: 'failure', failure: { code: 'unsupported', detail: action } }
    return this.take(await run(this.current, this.memory, contextOf(this.spec, surroundings)))
  }

  private emailFor(values: StepValues): string | undefined {
    return this.current.email ?? values['email']?.trim()
  }

  private take(answer: Answer<S, M>): WalkAnswer {
    switch (answer.kind) {
      case 'step':
        this.current = answer.step
        this.memory = answer.memory ?? this.memory
        this.notice = answer.notice
        return { kind: 'step' }
      case 'failure':
        this.current = answer.step ?? this.current
        this.memory = answer.memory ?? this.memory
        if (answer.step) this.notice = undefined
        return { kind: 'failure', failure: answer.failure }
      case 'signed-in':
        return {
          kind: 'signed-in',
          email: answer.email,
          session: answer.session,
          facts: answer.facts ?? [],
          notice: answer.notice,
        }
    }
  }

  private definition(): StepDefinition<S, S, M, W> {
    // The compiler cannot see that the definition found under a step's own name takes that step;
    // AdapterSpec has checked it for each member of the union.
    const name: S['step'] = this.current.step
    return this.spec.steps[name] as unknown as StepDefinition<S, S, M, W>
  }
}

function contextOf<W extends AdapterWords, T extends { readonly locale: Locale }>(
  spec: { readonly words: Readonly<Record<Locale, W>> },
  surroundings: T,
): T & { readonly words: W } {
  return { ...surroundings, words: spec.words[surroundings.locale] }
}

/** Makes the erased adapter that the rest of the program uses out of what its author declared. */
export function defineAdapter<S extends AnyStep, M extends object, W extends AdapterWords>(
  spec: AdapterSpec<S, M, W>,
): Adapter {
  const { servers, session } = spec
  const settings = spec.settings ?? []
  const context = (surroundings: Surroundings): Context<W> => contextOf(spec, surroundings)
  const viewOf = (locale: Locale): W => spec.words[locale]
  return {
    id: adapterId.parse(spec.id),
    name: spec.name,
    site: spec.site,
    linkHosts: spec.linkHosts,
    fixedServers: servers.kind === 'fixed' ? servers.servers : [],
    ownSites: servers.kind === 'sites',
    abilities: { refresh: session.refresh !== undefined, logOut: session.logOut !== undefined },
    words: viewOf,
    instead: (flow) => {
      const definition: FlowDefinition<S, M, W> = spec.flows[flow]
      return definition.available ? undefined : definition.instead
    },
    label: (facts, locale) =>
      facts.map((fact) => ({ ...fact, label: viewOf(locale).facts[fact.key] ?? fact.key })),
    settings: (locale) =>
      settings.map((setting) => ({ name: setting.name, ...setting.look(viewOf(locale)) })),
    settingProblem: (name, value, locale) =>
      settings.find((setting) => setting.name === name)?.problem(value, viewOf(locale)),
    async probe(address, surroundings) {
      if (servers.kind !== 'sites') return fail('unsupported')
      return servers.probe(address, contextOf(spec, surroundings))
    },
    async begin(flow, known, surroundings) {
      const definition: FlowDefinition<S, M, W> = spec.flows[flow]
      if (!definition.available) return fail('unsupported', { detail: definition.instead })
      const first = await definition.start(known, context(surroundings))
      switch (first.kind) {
        case 'failure':
          return { ok: false, failure: first.failure }
        case 'signed-in':
          throw new Error(`${spec.id}: a flow cannot begin with its end`)
        case 'step':
          return ok(new TypedWalk(spec, first.step, first.memory ?? spec.memory, first.notice))
      }
    },
    resume(kept) {
      const step = spec.step.safeParse(kept)
      if (!step.success) return fail('attempt-expired')
      return ok(new TypedWalk(spec, step.data, spec.memory, undefined))
    },
    check: (it, surroundings) => session.check(it, context(surroundings)),
    refresh: async (it, surroundings) =>
      session.refresh ? session.refresh(it, context(surroundings)) : fail('unsupported'),
    logOut: async (it, surroundings) =>
      session.logOut ? session.logOut(it, context(surroundings)) : fail('unsupported'),
  }
}
