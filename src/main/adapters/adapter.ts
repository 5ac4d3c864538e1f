/**
 * What an adapter is. Each folder beside this file speaks to one service and nothing else:
 * `operations.ts` has one function per HTTP operation, `flows.ts` what a person walks, `text/` the
 * words. An adapter never touches the book, the keychain or a window; it is given an HttpClient and
 * gives back values. `list.ts` is the only place that names the adapters.
 */
import type { z } from 'zod'
import type {
  AdapterId,
  Fact,
  FlowId,
  OtherSession,
  ServerId,
  ServicePicture,
} from '../../shared/account'
import type { Failure, Result } from '../../shared/failure'
import type { ActionView, FieldView, NoticeView } from '../../shared/flow'
import type { Locale } from '../../shared/text/locale'
import type { HttpClient } from './http'

/** A token or token pair. Times are milliseconds since the epoch. It goes to the keychain only. */
export interface Session {
  readonly access: string
  readonly refresh?: string | undefined
  readonly accessExpiresAt?: number | undefined
  readonly refreshExpiresAt?: number | undefined
}

/** A fact without its label; the label is `words.facts[key]` in the person's language. */
export type FactValue = Pick<Fact, 'key' | 'value'>

/** A server as adapters see it. `baseUrl` has no trailing slash. */
export interface Server {
  readonly id: ServerId
  readonly adapter: AdapterId
  readonly baseUrl: string
  readonly name: string
  readonly kind: 'production' | 'test' | 'site' | 'sandbox'
  readonly facts: readonly FactValue[]
  readonly settings: Readonly<Record<string, string>>
}

/** What the words of every adapter hold besides its own. */
export interface AdapterWords {
  readonly tagline: string
  /** What the service asks of a person before it gives a token, in the order it does, each with the reason. */
  readonly asks: readonly { readonly what: string; readonly why: string }[]
  readonly flows: Readonly<Record<FlowId, { readonly title: string; readonly text: string }>>
  readonly facts: Readonly<Record<string, string>>
}

/** What operations and steps are given. `now` is milliseconds since the epoch. */
export interface Context<W> {
  readonly http: HttpClient
  readonly server: Server
  readonly words: W
  readonly now: () => number
  readonly signal: AbortSignal
}

/** What drawing a step needs: no network, so that it can be done at any time. */
export type ViewContext<W> = Omit<Context<W>, 'http' | 'signal'>

/** What is known when a flow begins: the account's e-mail when it is an account's own flow. */
export interface Known {
  readonly email?: string | undefined
}

/**
 * The answer to a submit or an action.
 * - `step`: the next step. `memory` replaces what is remembered; without it everything stays.
 * - `signed-in`: the flow is over, the session goes to the keychain.
 * - `failure`: the person stays, or stands on `step` if one is given, with what they typed. A step that is
 *   given goes on from the failure, so that no other flow is offered to do that.
 */
export type Answer<S, M> =
  | {
      readonly kind: 'step'
      readonly step: S
      readonly memory?: M
      readonly notice?: NoticeView | undefined
    }
  | {
      readonly kind: 'signed-in'
      readonly email: string
      readonly session: Session
      readonly facts?: readonly FactValue[]
      readonly notice?: NoticeView | undefined
    }
  | {
      readonly kind: 'failure'
      readonly failure: Failure
      readonly step?: S
      readonly memory?: M
      /** The service did what the step asked for; what failed is what came after it. */
      readonly done?: true
    }

/** The look of a step without its actions' and fields' plumbing. `F` are the names of its fields. */
export interface StepLook<F extends string> {
  readonly title: string
  readonly text: string
  readonly notices?: readonly NoticeView[]
  readonly fields: readonly (FieldView & { readonly name: F })[]
  readonly submit: string
  readonly actions?: readonly ActionView[]
}

/**
 * One step. `S` is what this step holds (kept in the book, so never a secret), `All` every step of
 * the adapter, `M` what an attempt remembers while the program runs (passwords, captchas), `F` the
 * names of the step's fields: `submit` can read no others. A field left empty comes as ''.
 */
export interface StepDefinition<S, All, M, W, F extends string = string> {
  look(step: S, memory: M, context: ViewContext<W>): StepLook<F>
  /**
   * Loads what the step needs before it can be filled in, such as a captcha. Runs when the step is
   * entered and again after each failed submit. Its failure is shown; the step stays.
   */
  enter?(step: S, memory: M, context: Context<W>): Promise<Result<M>>
  submit(
    step: S,
    values: Readonly<Record<F, string>>,
    memory: M,
    context: Context<W>,
  ): Promise<Answer<All, M>>
  /** Side actions by id, except `new-captcha` (which is `enter`) and `open-site`. */
  readonly actions?: Readonly<
    Record<string, (step: S, memory: M, context: Context<W>) => Promise<Answer<All, M>>>
  >
  /** Where `open-site` leads; https only. */
  site?(step: S, context: ViewContext<W>): string
  /**
   * Present where submitting does something that must never be repeated by itself (register,
   * verify, reset). Gives the step to stand on when the outcome is unknown; `email` is the one that
   * the request was for: the step's own, or that of its field named `email`. The step that it gives
   * must have `waiting`. Both are checked at each submit, because a crash would cost the account.
   */
  readonly once?: { unsure(step: S, email: string | undefined): All }
  /**
   * One sentence on what the account waits for, if walking away from this step leaves something
   * behind at the service (a code sent, an account made). Without it, a cancelled attempt for a new
   * account leaves nothing in the list. Gives undefined while the step has left nothing yet.
   */
  waiting?(step: S, context: ViewContext<W>): string | undefined
}

export type FlowDefinition<S, M, W> =
  | {
      readonly available: true
      /** Gives the first step; may ask the service what it needs. */
      start(known: Known, context: Context<W>): Promise<Answer<S, M>>
    }
  /** `words.flows[flow].text` says why, and what to do instead. */
  | { readonly available: false; readonly instead: FlowId }

/** What a check found. `email` is compared with the account's, if the service tells it. */
export interface Checked {
  readonly email?: string | undefined
  readonly facts: readonly FactValue[]
}

/** What can be done with a session. A rejected token is `token-rejected`, a blocked account `account-blocked`. */
export interface SessionAbilities<W> {
  /**
   * Path, from the base URL on, of a GET request that tells whose token it is, given as a Bearer: what a
   * person gets as a curl line to try the token with.
   */
  readonly whoAmI: string
  check(session: Session, context: Context<W>): Promise<Result<Checked>>
  refresh?(session: Session, context: Context<W>): Promise<Result<Session>>
  /** Ends this session at the service. */
  logOut?(session: Session, context: Context<W>): Promise<Result<void>>
  /** Where the account is logged in besides; for services that tell and can end such a session. */
  readonly elsewhere?: ElsewhereAbilities<W>
}

/** The sessions of an account at its service. Ids are the service's own, as text. */
export interface ElsewhereAbilities<W> {
  list(session: Session, context: Context<W>): Promise<Result<readonly OtherSession[]>>
  /** Ends a session that `list` told. One that has ended meanwhile counts as ended. */
  end(session: Session, id: OtherSession['id'], context: Context<W>): Promise<Result<void>>
}

export interface FixedServer {
  readonly baseUrl: string
  readonly name: string
  readonly kind: 'production' | 'test'
}

/** What a probe of an address found. */
export interface Site {
  readonly baseUrl: string
  readonly name: string
  readonly facts: readonly FactValue[]
}

export type ServerOffer<W> =
  | { readonly kind: 'fixed'; readonly servers: readonly FixedServer[] }
  | {
      readonly kind: 'sites'
      /** Turns an address as typed into a base URL. Fails with `invalid-input` for the field `address`. */
      baseUrlOf(address: string, words: W): Result<string>
      /** Finds out whether a base URL leads to this service. Failures name the field `address`. */
      probe(baseUrl: string, context: Omit<Context<W>, 'server'>): Promise<Result<Site>>
    }

/** A setting of a server, off while it is ''. */
export interface ServerSetting<W> {
  readonly name: string
  look(words: W): {
    readonly label: string
    readonly hint: string
    readonly options?: readonly { readonly value: string; readonly label: string }[]
  }
  /** Gives what is wrong with a value in words, or undefined. */
  problem(value: string, words: W): string | undefined
}

/**
 * A whole adapter as its author writes it. `S` is the union of its steps (discriminated on `step`,
 * with the e-mail where it is known), so that the compiler demands a definition for each.
 */
export interface AdapterSpec<
  S extends { readonly step: string; readonly email?: string | undefined },
  M extends object,
  W extends AdapterWords,
> {
  readonly id: string
  readonly name: string
  readonly picture: ServicePicture
  /** The service's own site. */
  readonly site: string
  /** Hosts that links may be opened at in the person's browser, besides the account's own server. */
  readonly linkHosts: readonly string[]
  readonly servers: ServerOffer<W>
  readonly settings?: readonly ServerSetting<W>[]
  readonly words: Readonly<Record<Locale, W>>
  /** Reads a step that was kept in the book. */
  readonly step: z.ZodType<S>
  /** What an attempt remembers at first. */
  readonly memory: M
  readonly flows: Readonly<Record<FlowId, FlowDefinition<S, M, W>>>
  readonly steps: {
    readonly [K in S['step']]: StepDefinition<Extract<S, { readonly step: K }>, S, M, W>
  }
  readonly session: SessionAbilities<W>
}
