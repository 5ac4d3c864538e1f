import { expect, it } from 'vitest'
import { endOf } from './wait'

const wait = { since: 1_000, until: 2_000 }

it('a wait ends at its end, and when the clock has been set back behind its beginning', () => {
  expect([999, 1_000, 1_999, 2_000].map((now) => endOf(wait, now))).toEqual([
    undefined,
    2_000,
    2_000,
    undefined,
  ])
  expect(endOf(undefined, 1_000)).toBeUndefined()
})
