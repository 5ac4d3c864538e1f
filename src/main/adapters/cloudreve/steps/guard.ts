/** The captcha in front of a guarded call: loading it, showing it, sending its answer. */
import { fail, ok, type Failure, type Result } from '../../../../shared/failure'
import type { ActionView, FieldView } from '../../../../shared/flow'
import { readGates, widgetOf, type Gates, type Guarded, type Widget } from '../gates'
import { wireOf } from '../operations/call'
import type { CaptchaAnswer } from '../operations/session'
import { loadCaptcha } from '../operations/site'
import type { CloudreveWords } from '../text/en'
import type { CloudreveContext, CloudreveMemory } from './step'

/** The site's settings, asked once per attempt and again when a captcha was refused. */
export async function gatesOf(
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<Result<Gates>> {
  return memory.gates ? ok(memory.gates) : readGates(wireOf(context))
}

/**
 * Makes the `enter` of a step with a guarded call: a fresh picture if the site wants one. Fails with
 * `captcha-needs-browser` where only the site's own page can show the captcha.
 */
export function enterGuarded(guarded: Guarded) {
  return async (
    _step: unknown,
    memory: CloudreveMemory,
    context: CloudreveContext,
  ): Promise<Result<CloudreveMemory>> => {
    const read = await gatesOf(memory, context)
    if (!read.ok) return read
    const gates = read.value
    const widget = widgetOf(gates[guarded])
    if (widget) return fail('captcha-needs-browser', { detail: widget })
    if (gates[guarded] === 'none') return ok({ ...memory, gates, captcha: undefined })
    const captcha = await loadCaptcha(wireOf(context))
    return captcha.ok ? ok({ ...memory, gates, captcha: captcha.value }) : captcha
  }
}

function hasPicture(guarded: Guarded, memory: CloudreveMemory): boolean {
  return memory.gates?.[guarded] === 'image'
}

export function captchaFields(
  guarded: Guarded,
  memory: CloudreveMemory,
  { fields }: CloudreveWords,
): (FieldView & { readonly name: 'captcha' })[] {
  if (!hasPicture(guarded, memory)) return []
  return [
    {
      kind: 'captcha',
      name: 'captcha',
      label: fields.captcha,
      hint: fields.captchaHint,
      required: true,
      maxLength: 64,
      ...(memory.captcha ? { image: memory.captcha.image } : {}),
    },
  ]
}

export function captchaActions(
  guarded: Guarded,
  memory: CloudreveMemory,
  { actions }: CloudreveWords,
): ActionView[] {
  if (!hasPicture(guarded, memory)) return []
  return [{ id: 'new-captcha', kind: 'new-captcha', label: actions.newCaptcha }]
}

/** What goes along with a guarded call; both parts are empty where the site asks for none. */
export function captchaAnswer(memory: CloudreveMemory, typed: string): CaptchaAnswer {
  return memory.captcha
    ? { captcha: typed, ticket: memory.captcha.ticket }
    : { captcha: '', ticket: '' }
}

/** The memory after a guarded call: its ticket is spent, right or wrong. */
export function spent(memory: CloudreveMemory): CloudreveMemory {
  return { ...memory, captcha: undefined }
}

/** A refusal as it is told, with the memory to go on with. */
export interface Refused {
  readonly failure: Failure
  readonly memory: CloudreveMemory
  /** Set where it turns out that only a browser passes the captcha by now. */
  readonly widget?: Widget
}

/**
 * Looks again at what a site wants after it refused a captcha: its settings may have changed since
 * they were read, and a picture that is not asked for any more can be answered for ever in vain.
 */
export async function afterRefusal(
  guarded: Guarded,
  failure: Failure,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<Refused> {
  if (failure.code !== 'captcha-wrong') return { failure, memory: spent(memory) }
  const read = await readGates(wireOf(context))
  const gates = read.ok ? read.value : undefined
  const after = { ...spent(memory), gates }
  const widget = gates && widgetOf(gates[guarded])
  if (widget === undefined) return { failure, memory: after }
  return { failure: { code: 'captcha-needs-browser', detail: widget }, memory: after, widget }
}
