import { describe, expect, it } from 'vitest'
import { inWords, scaleFor } from './scale'

describe('the scale of a plot', () => {
  it.each([
    [0.03, 0.03, [0, 0.01, 0.02, 0.03]],
    [1, 1, [0, 0.25, 0.5, 0.75, 1]],
    [3.9, 4, [0, 1, 2, 3, 4]],
    [4.1, 6, [0, 2, 4, 6]],
    [30, 30, [0, 10, 20, 30]],
    [192, 200, [0, 50, 100, 150, 200]],
    [1001, 1500, [0, 500, 1000, 1500]],
  ])('up to %s ends at %s, with lines at round numbers', (largest, top, lines) => {
    expect(scaleFor(largest)).toEqual({ top, lines })
  })

  it('has room for the largest amount and wastes less than half', () => {
    for (let largest = 0.011; largest < 100_000; largest *= 1.07) {
      const { top, lines } = scaleFor(largest)
      expect(top).toBeGreaterThanOrEqual(largest)
      expect(largest).toBeGreaterThan(top / 2)
      expect(lines.length).toBeLessThanOrEqual(5)
    }
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (largest) => {
    expect(() => scaleFor(largest)).toThrow('no scale')
  })
})

it.each([
  [0.0412, '0.041 ms'],
  [3.14159, '3.14 ms'],
  [31.4159, '31.4 ms'],
  [314.159, '314 ms'],
  [100, '100 ms'],
  [2, '2 ms'],
])('writes %s as %s', (ms, words) => {
  expect(inWords(ms)).toBe(words)
})
