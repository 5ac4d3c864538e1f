/** One walk through the steps of one adapter, with that adapter's own types. */
import { checkFields } from '../../shared/field-check'
import { ok, type Failure, type Result } from '../../shared/failure'
import type { NoticeView, StepValues, StepView } from '../../shared/flow'
import type { Locale } from '../../shared/text/locale'
import type { AdapterSpec, AdapterWords, Answer, StepDefinition } from './adapter'
import { wasSetBack } from '../wait'
import type { Prepared, Scene, Surroundings, Walk, WalkAnswer } from './walk'

export interface AnyStep {
  readonly step: string
  readonly email?: string | undefined
  /** When one more mail may be asked for. */
  readonly resendAt?: number | undefined
}

export class TypedWalk<
  S extends AnyStep,
  M extends object,
  W extends AdapterWords,
> implements Walk {
  constructor(
    private readonly spec: AdapterSpec<S, M, W>,
    private readonly current: S,
    private readonly memory: M,
    private readonly notice: NoticeView | undefined,
    /** When the step came to be, as far as is known. */
    private readonly since: number,
  ) {}

  get step(): string {
    return this.current.step
  }

  get email(): string | undefined {
    return this.current.email
  }

  get kept(): unknown {
    return this.current
  }

  waiting(scene: Scene): string | undefined {
    return this.definition().waiting?.(this.current, contextOf(this.spec, scene))
  }

  view(scene: Scene): StepView {
    const current = this.currentAt(scene)
    const look = this.definition().look(current, this.memory, contextOf(this.spec, scene))
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

  site(scene: Scene): string | undefined {
    return this.definition().site?.(this.current, contextOf(this.spec, scene))
  }

  prepare(values: StepValues, scene: Scene): Result<Prepared> {
    const checked = checkFields(this.view(scene).fields, values)
    if (!checked.ok) return checked
    const email = this.current.email ?? checked.value['email']
    return ok({ values: checked.value, email, unsure: this.unsure(email, scene) })
  }

  async enter(surroundings: Surroundings): Promise<Result<Walk>> {
    const definition = this.definition()
    if (!definition.enter) return ok(this)
    const context = contextOf(this.spec, surroundings)
    const entered = await definition.enter(this.current, this.memory, context)
    if (!entered.ok) return entered
    return ok(new TypedWalk(this.spec, this.current, entered.value, this.notice, this.since))
  }

  async submit(prepared: Prepared, surroundings: Surroundings): Promise<WalkAnswer> {
    const definition = this.definition()
    const context = contextOf(this.spec, surroundings)
    const current = this.currentAt(surroundings)
    const answer = await definition.submit(current, prepared.values, this.memory, context)
    const lost = answer.kind === 'failure' && answer.failure.code === 'outcome-unknown'
    if (lost && definition.once && !answer.step) {
      const step = definition.once.unsure(current, prepared.email)
      return this.after({ ...answer, step }, surroundings)
    }
    return this.after(answer, surroundings)
  }

  async act(action: string, surroundings: Surroundings): Promise<WalkAnswer> {
    const run = this.definition().actions?.[action]
    if (!run) {
      return { kind: 'failure', failure: { code: 'unsupported', detail: action }, walk: this }
    }
    const context = contextOf(this.spec, surroundings)
    return this.after(await run(this.currentAt(surroundings), this.memory, context), surroundings)
  }

  /** Without an address or a sentence on what is waited for, a crash would cost the account: a bug. */
  private unsure(email: string | undefined, scene: Scene): Prepared['unsure'] {
    const once = this.definition().once
    if (once === undefined) return undefined
    if (!email) throw new Error(`${this.spec.id}: ${this.step} is "once" without a field "email"`)
    const walk = this.at(once.unsure(this.currentAt(scene), email), scene)
    if (walk.waiting(scene) === undefined) {
      throw new Error(`${this.spec.id}: ${walk.step} does not say what the account waits for`)
    }
    return { walk, email }
  }

  private after(answer: Answer<S, M>, scene: Pick<Scene, 'now'>): WalkAnswer {
    switch (answer.kind) {
      case 'step':
        return { kind: 'step', walk: this.at(answer.step, scene, answer.memory, answer.notice) }
      case 'failure': {
        const { done } = answer
        const failure: Failure = answer.step ? { ...answer.failure, goesOn: true } : answer.failure
        const walk = answer.step
          ? this.at(answer.step, scene, answer.memory)
          : this.at(this.currentAt(scene), scene, answer.memory, this.notice)
        return done ? { kind: 'failure', failure, walk, done } : { kind: 'failure', failure, walk }
      }
      case 'signed-in':
        return {
          kind: 'signed-in',
          // What the service says becomes the account's address and name.
          email: answer.email.trim(),
          session: answer.session,
          facts: answer.facts ?? [],
          notice: answer.notice,
        }
    }
  }

  private at(
    step: S,
    { now }: Pick<Scene, 'now'>,
    memory: M = this.memory,
    notice?: NoticeView,
  ): TypedWalk<S, M, W> {
    return new TypedWalk(this.spec, step, memory, notice, now())
  }

  /** The step without a wait that a clock set back since would make longer. */
  private currentAt({ now }: Pick<Scene, 'now'>): S {
    const { current } = this
    if (current.resendAt === undefined || !wasSetBack(this.since, now())) return current
    return { ...current, resendAt: undefined }
  }

  private definition(): StepDefinition<S, S, M, W> {
    // The compiler cannot see that the definition found under a step's own name takes that step;
    // AdapterSpec has checked it for each member of the union.
    const name: S['step'] = this.current.step
    return this.spec.steps[name] as unknown as StepDefinition<S, S, M, W>
  }
}

export function contextOf<W extends AdapterWords, T extends { readonly locale: Locale }>(
  spec: { readonly words: Readonly<Record<Locale, W>> },
  surroundings: T,
): T & { readonly words: W } {
  return { ...surroundings, words: spec.words[surroundings.locale] }
}
