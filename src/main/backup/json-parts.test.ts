import { describe, expect, it } from 'vitest'
import { holdsMoreParts } from './json-parts'

/** How many parts there are, found by the limit alone. */
function parts(text: string): number {
  let limit = 0
  while (holdsMoreParts(text, limit)) limit += 1
  return limit
}

describe('the parts of JSON', () => {
  it.each([
    [0, '7'],
    [1, '{}'],
    [3, '[[],7]'],
    [4, '{"a":[1,2,3]}'],
    [6, '[{},{},{'],
    [1, '["{[,"]'],
    [2, String.raw`["\"{[,",7]`],
    [2, String.raw`["\\",7]`],
    [2, String.raw`["\\\",,,",7]`],
    [1, '["never ends,,,,'],
    [1, String.raw`["\"`],
    [0, ''],
  ])('are %i in %s', (count, text) => {
    expect(parts(text)).toBe(count)
  })

  it('are never fewer than the values that are made of it', () => {
    const value = { a: [1, 'x,"{', { b: [], c: {} }], 'k"[': [[[]], null, '\\', '\\"'] }
    const count = (one: unknown): number =>
      typeof one === 'object' && one !== null
        ? Object.values(one).reduce<number>((sum, part) => sum + count(part), 1)
        : 1
    expect(parts(JSON.stringify(value)) + 1).toBeGreaterThanOrEqual(count(value))
  })
})
