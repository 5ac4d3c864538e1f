/**
 * What the services' own adapters say, in the language of this page. The gallery may not know them, so the
 * program that drives the page brings it along (test/gallery/material.ts); without it, as in unit tests,
 * the samples stand in.
 */
import type { FieldView, StepView } from '../../shared/flow'
import { captchaImage } from './captcha-image'
import { pseudo } from './pseudo'
import type { Material } from './page-api'
import { isPseudo, locale } from './page-language'

declare global {
  // What a script puts into the page from outside has to be a `var`.
  var galleryMaterial: Readonly<Record<string, Material>> | undefined
}

const brought = globalThis.galleryMaterial?.[locale]

/** Undefined where nobody has brought it. */
export const material = brought && (isPseudo ? lengthened(brought) : brought)

/** What is shown as words; the rest are names in the program. */
const wordKeys = new Set([
  'title',
  'text',
  'label',
  'hint',
  'submit',
  'tagline',
  'reason',
  'waiting',
])

function lengthened<T>(value: T): T {
  // The shape stays what it was, which a type cannot follow.
  return spell(value, '') as T
}

function spell(value: unknown, key: string): unknown {
  if (typeof value === 'string') return wordKeys.has(key) ? pseudo(value) : value
  if (Array.isArray(value)) return value.map((one: unknown) => spell(one, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spell(one, name)]))
}

/** Names a step of an adapter, in one of the states in which it looks different. */
export interface StepName {
  readonly adapter: string
  readonly step: string
  readonly variant?: string
}

/** The step of an adapter by that name, as the adapter draws it; else `sample`. */
export function realStep({ adapter, step, variant }: StepName, sample: StepView): StepView {
  const found = material?.steps.find(
    (one) => one.adapter === adapter && one.view.step === step && one.variant === variant,
  )
  return found ? withPicture(found.view) : sample
}

/** The sample in the words that a service, or that of an adapter, has for a field of its kind. */
export function realField<F extends FieldView>(sample: F, adapter?: string): F {
  const steps = material?.steps.filter((one) => adapter === undefined || one.adapter === adapter)
  const fields = steps?.flatMap(({ view }) => view.fields) ?? []
  const found = fields.find(({ kind }) => kind === sample.kind)
  return found ? { ...sample, label: found.label, hint: found.hint } : sample
}

/** The sample with what services say in notices of these tones and call actions of these kinds. */
export function realRemarks(sample: StepView): StepView {
  const views = material?.steps.map(({ view }) => view) ?? []
  const notices = views.flatMap((view) => view.notices)
  const actions = views.flatMap((view) => view.actions)
  return {
    ...sample,
    notices: sample.notices.map((one) => notices.find(({ tone }) => tone === one.tone) ?? one),
    actions: sample.actions.map((one) => {
      const found = actions.find(({ kind }) => kind === one.kind)
      return found ? { ...one, label: found.label } : one
    }),
  }
}

/** What an account waits for at a step; else `sample`. */
export function realWaiting({ adapter, step }: StepName, sample: string): string {
  const found = material?.steps.find(
    (one) => one.adapter === adapter && one.view.step === step && one.waiting !== undefined,
  )
  return found?.waiting ?? sample
}

/** What an adapter calls a fact; else `sample`. */
export function factLabel(adapter: string, key: string, sample: string): string {
  return material?.facts[adapter]?.[key] ?? sample
}

/** Each picture that is to be read is another one; here it is always the same. */
export function withPicture(view: StepView): StepView {
  return {
    ...view,
    fields: view.fields.map((field) =>
      field.kind === 'captcha' ? { ...field, image: captchaImage } : field,
    ),
  }
}
