import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { below, generatePassword, lengthsFor, usualLength } from './generate-password'

describe('a generated password', () => {
  it('has the length, and every kind of sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 64 }), (length) => {
        const made = generatePassword({ length, easy: false })
        expect(made).toHaveLength(length)
        expect(made).toMatch(/^[a-zA-Z0-9\-_.!]+$/)
        for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[-_.!]/]) expect(made).toMatch(kind)
      }),
      { numRuns: 300 },
    )
  })

  it('that is easy to type has groups, one capital, a digit and nothing that looks alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 64 }), (length) => {
        const made = generatePassword({ length, easy: true })
        expect(made).toHaveLength(length)
        expect(made).not.toMatch(/[ilo01IO]|-$/)
        expect(made.replace(/[^A-Z]/g, '')).toHaveLength(1)
        expect(made).toMatch(/[2-9]/)
        for (const group of made.split('-').slice(0, -1)) expect(group).toHaveLength(5)
      }),
      { numRuns: 300 },
    )
  })

  it('is another one each time', () => {
    const made = new Set(
      Array.from({ length: 200 }, () => generatePassword({ length: 12, easy: true })),
    )
    expect(made.size).toBe(200)
  })

  it('draws each sign equally often', () => {
    const counts = new Map<string, number>()
    for (let count = 0; count < 2_000; count += 1) {
      for (const sign of generatePassword({ length: 64, easy: false })) {
        counts.set(sign, (counts.get(sign) ?? 0) + 1)
      }
    }
    // 128,000 draws of 66 signs: 1,939 each, give or take 44; seven times that is no chance.
    expect(counts.size).toBe(66)
    for (const [sign, count] of counts) expect(Math.abs(count - 1_939), sign).toBeLessThan(310)
  })
})

describe('a number below a limit', () => {
  it('draws anew what would come up more often than others', () => {
    const drawn = [2 ** 32 - 1, 2 ** 32 - 2, 7]
    expect(below(10, () => drawn.shift() ?? 0)).toBe(7)
    expect(drawn).toEqual([])
    expect(below(10, () => 4_294_967_289)).toBe(9)
  })
})

describe('the lengths to choose from', () => {
  it.each([
    [{ min: 1, max: Infinity }, { min: 12, max: 64 }, 20],
    [{ min: 6, max: 64 }, { min: 12, max: 64 }, 20],
    [{ min: 4, max: 10 }, { min: 10, max: 10 }, 10],
    [{ min: 30, max: 128 }, { min: 30, max: 64 }, 30],
  ])('fit %j', (limits, lengths, usual) => {
    expect(lengthsFor(limits)).toEqual(lengths)
    expect(usualLength(limits)).toBe(usual)
  })
})
