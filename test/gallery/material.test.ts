/** The gallery leaves no step, flow or kind of field of a service out, in no language. */
import { beforeAll, describe, expect, it } from 'vitest'
import { flowIds } from '../../src/shared/account'
import { field } from '../../src/shared/flow'
import { locales, type Locale } from '../../src/shared/text/locale'
import { cloudreveStep } from '../../src/main/adapters/cloudreve/steps/step'
import { ipcolaStep } from '../../src/main/adapters/ipcola/step'
import { adapters } from '../../src/main/adapters/list'
import { ruuviStep } from '../../src/main/adapters/ruuvi/step'
import type { Material } from '../../src/renderer/gallery/page-api'
import { gatherMaterial } from './material'

/** Every step that an adapter can stand on, by what it reads from the book. */
const declared: Readonly<Record<string, readonly string[]>> = {
  ipcola: ipcolaStep.unwrap().options.map(({ shape }) => shape.step.value),
  ruuvi: ruuviStep.unwrap().options.map(({ shape }) => shape.step.value),
  cloudreve: cloudreveStep.unwrap().options.map(({ shape }) => shape.step.value),
}

let material: Readonly<Record<Locale, Material>>
beforeAll(async () => (material = await gatherMaterial()), 60_000)

describe.each(adapters)('of $id', (adapter) => {
  const { id } = adapter
  const drawn = () => material.en.steps.filter(({ adapter }) => adapter === id)

  it('every step is drawn', () => {
    expect([...new Set(drawn().map(({ view }) => view.step))].sort()).toEqual(
      [...(declared[id] ?? [])].sort(),
    )
  })

  it('every flow that it has is drawn', () => {
    const offered = flowIds.filter((flow) => adapter.instead(flow) === undefined)
    expect([...new Set(drawn().map(({ flow }) => flow))].sort()).toEqual([...offered].sort())
  })
})

it('every kind of field is drawn', () => {
  const kinds = material.en.steps.flatMap(({ view }) => view.fields.map(({ kind }) => kind))
  expect([...new Set(kinds)].sort()).toEqual(
    field.options.map(({ shape }) => shape.kind.value).sort(),
  )
})

it.each(locales.filter((locale) => locale !== 'en'))('%s says every title of its own', (locale) => {
  const english = material.en.steps.map(({ view }) => view.title)
  const own = material[locale].steps.map(({ view }) => view.title)
  expect(own).toHaveLength(english.length)
  for (const [index, title] of own.entries()) expect(title).not.toBe(english[index])
})
