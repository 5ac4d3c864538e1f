import { expect, it } from 'vitest'
import { writeFact } from '../../shared/text/fact'
import { formatsFor } from '../../shared/text/format'
import { ipcola } from './ipcola'
import { shownSeconds } from './shown-time'

it.each([
  [1, 1],
  [8.64e12, 8.64e12],
  [8.64e12 + 1, undefined],
  [1e308, undefined],
  [0, undefined],
  [-5, undefined],
  [1.5, undefined],
  [null, undefined],
  ['1', undefined],
])('reads the seconds %j as %j', (seconds, read) => {
  expect(shownSeconds.parse(seconds)).toBe(read)
})

it('draws no date from a file that no calendar has, and every one that it has', () => {
  const dates = [1, 8.64e15, -8.64e15, 8.64e15 + 1, 1e20, Number.NaN]
  const facts = dates.map((at) => ({ key: 'created', value: { kind: 'date' as const, at } }))
  const drawn = ipcola.label(facts, 'en')
  expect(drawn).toHaveLength(3)
  for (const fact of drawn) expect(writeFact(fact, formatsFor('en'))).toMatch(/\d/u)
})
