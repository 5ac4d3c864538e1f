/**
 * Turns an adapter as its author wrote it (with its own steps, memory and words) into one shape that
 * the rest of the program can hold: `Adapter`, and `Walk` for one walk through its steps.
 */
import { type Fact } from '../../shared/account-parts'
import { adapterId, type AdapterId, type FlowId } from '../../shared/ids'
import type { OtherSession, ServicePicture } from '../../shared/account'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { NoticeView, StepValues, StepView } from '../../shared/flow'
import type { Locale } from '../../shared/text/locale'
import type {
  AdapterSpec,
  AdapterWords,
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
} from './adapter'
import type { HttpClient } from './http'
import { contextOf, TypedWalk, type AnyStep } from './typed-walk'

/** What a walk needs from outside for one request. */
export interface Surroundings {
  readonly http: HttpClient
  readonly server: Server
  readonly locale: Locale
  readonly now: () => number
  readonly signal: AbortSignal
}

/** The walk as it stands after an answer, and what the answer was. */
export type WalkAnswer =
  | { readonly kind: 'step'; readonly walk: Walk }
  | {
      readonly kind: 'signed-in'
      readonly email: string
      readonly session: Session
      readonly facts: readonly FactValue[]
      readonly notice: NoticeView | undefined
    }
  | {
      readonly kind: 'failure'
      readonly failure: Failure
      readonly walk: Walk
      /** The service did what the step asked for; what failed is what came after it. */
      readonly done?: true
    }

/** What was typed, checked against the step's fields. */
export interface Prepared {
  readonly values: Readonly<Record<string, string>>
  readonly email: string | undefined
  /**
   * What to keep, and for whom, before a request leaves that must not be repeated; undefined for any
   * other. It is what a start after a crash goes on from.
   */
  readonly unsure: { readonly walk: Walk; readonly email: string } | undefined
}

/** What drawing a step needs from outside. */
export type Scene = Pick<Surroundings, 'server' | 'locale' | 'now'>

/**
 * One walk through the steps of an adapter. A walk never changes: each answer brings the next one,
 * so that an answer that comes too late can be dropped. What was typed (passwords, captchas) is
 * remembered in it only while the program runs.
 */
export interface Walk {
  readonly step: string
  readonly email: string | undefined
  /** The step as it may be kept in the book: public data only. */
  readonly kept: unknown
  /** What the account waits for, if leaving now leaves something behind at the service. */
  waiting(scene: Scene): string | undefined
  view(scene: Scene): StepView
  /** Where `open-site` leads from here. */
  site(scene: Scene): string | undefined
  /** Checks what was typed. Fails with `invalid-input` and the first wrong field. */
  prepare(values: StepValues, scene: Scene): Result<Prepared>
  /** Loads what the step needs before it can be filled in, such as a captcha. */
  enter(surroundings: Surroundings): Promise<Result<Walk>>
  submit(prepared: Prepared, surroundings: Surroundings): Promise<WalkAnswer>
  act(action: string, surroundings: Surroundings): Promise<WalkAnswer>
}

export interface Adapter {
  readonly id: AdapterId
  readonly name: string
  readonly picture: ServicePicture
  readonly site: string
  readonly linkHosts: readonly string[]
  readonly fixedServers: readonly FixedServer[]
  readonly ownSites: boolean
  readonly abilities: Readonly<Record<'refresh' | 'logOut' | 'sessions', boolean>>
  /** Path, from a server's base URL on, of a GET request that tells whose token it is. */
  readonly whoAmI: string
  words(locale: Locale): AdapterWords
  /** Which flow to walk instead, or undefined if the service has this one. */
  instead(flow: FlowId): FlowId | undefined
  label(facts: readonly FactValue[], locale: Locale): Fact[]
  settings(locale: Locale): readonly SettingLook[]
  /** Gives what is wrong with a setting's value, in words, or undefined. */
  settingProblem(name: string, value: string, locale: Locale): string | undefined
  /** Turns the address of somebody's own site into its base URL; `unsupported` where there are none. */
  baseUrlOf(address: string, locale: Locale): Result<string>
  probe(baseUrl: string, surroundings: Omit<Surroundings, 'server'>): Promise<Result<Site>>
  /** Begins a flow. Failures: whatever the service says while its first step is made. */
  begin(flow: FlowId, known: Known, surroundings: Surroundings): Promise<Result<Walk>>
  /** Goes on from a step kept at `since` or later; `attempt-expired` if this version cannot read it. */
  resume(kept: unknown, since?: number): Result<Walk>
  check(session: Session, surroundings: Surroundings): Promise<Result<Checked>>
  refresh(session: Session, surroundings: Surroundings): Promise<Result<Session>>
  logOut(session: Session, surroundings: Surroundings): Promise<Result<void>>
  /** Where the account is logged in; `unsupported` where the service does not tell. */
  sessions(session: Session, surroundings: Surroundings): Promise<Result<readonly OtherSession[]>>
  endSession(session: Session, id: string, surroundings: Surroundings): Promise<Result<void>>
}

/** A server's setting, in words. */
export type SettingLook = ReturnType<ServerSetting<AdapterWords>['look']> & {
  readonly name: string
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
    picture: spec.picture,
    site: spec.site,
    linkHosts: spec.linkHosts,
    fixedServers: servers.kind === 'fixed' ? servers.servers : [],
    ownSites: servers.kind === 'sites',
    abilities: {
      refresh: session.refresh !== undefined,
      logOut: session.logOut !== undefined,
      sessions: session.elsewhere !== undefined,
    },
    whoAmI: session.whoAmI,
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
    baseUrlOf: (address, locale) =>
      servers.kind === 'sites' ? servers.baseUrlOf(address, viewOf(locale)) : fail('unsupported'),
    async probe(baseUrl, surroundings) {
      if (servers.kind !== 'sites') return fail('unsupported')
      return servers.probe(baseUrl, contextOf(spec, surroundings))
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
          return ok(
            new TypedWalk(
              spec,
              first.step,
              first.memory ?? spec.memory,
              first.notice,
              surroundings.now(),
            ),
          )
      }
    },
    resume(kept, since = 0) {
      const step = spec.step.safeParse(kept)
      if (!step.success) return fail('attempt-expired')
      return ok(new TypedWalk(spec, step.data, spec.memory, undefined, since))
    },
    check: (it, surroundings) => session.check(it, context(surroundings)),
    refresh: async (it, surroundings) =>
      session.refresh ? session.refresh(it, context(surroundings)) : fail('unsupported'),
    logOut: async (it, surroundings) =>
      session.logOut ? session.logOut(it, context(surroundings)) : fail('unsupported'),
    sessions: async (it, surroundings) =>
      session.elsewhere?.list(it, context(surroundings)) ?? fail('unsupported'),
    endSession: async (it, id, surroundings) =>
      session.elsewhere?.end(it, id, context(surroundings)) ?? fail('unsupported'),
  }
}
