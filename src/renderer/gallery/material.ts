/**
 * What the services' own adapters say, in the language of this page. The gallery may not know them, so the
 * program that drives the page brings it along (test/gallery/material.ts); without it, as in unit tests,
 * the samples stand in.
 */
import type { StepView } from '../../shared/flow'
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

/** The step of an adapter by that name, as the adapter draws it; else `sample`. */
export function realStep(adapter: string, step: string, sample: StepView): StepView {
  const found = material?.steps.find((one) => one.adapter === adapter && one.view.step === step)
  return found ? withPicture(found.view) : sample
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
