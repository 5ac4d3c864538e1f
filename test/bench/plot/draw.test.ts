import { expect, it } from 'vitest'
import { drawPlot, type Panel } from './draw'

const panel = (title: string, last: number): Panel => ({
  title,
  what: 'from here to there',
  points: [
    { accounts: 100, ms: 2 },
    { accounts: 1_000, ms: 4 },
    { accounts: 10_000, ms: last },
  ],
})
const panels = [panel('Start', 20), panel('Save', 8)]
const svg = drawPlot(panels)

it('says in words what it shows', () => {
  expect(/<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1]).toBe(
    'Start: 2 ms with 100, 4 ms with 1,000, 20 ms with 10,000. ' +
      'Save: 2 ms with 100, 4 ms with 1,000, 8 ms with 10,000.',
  )
})

it('puts a point higher the more it took', () => {
  const heights = [...svg.matchAll(/<circle[^>]* cy="([\d.]+)"/g)].map(([, cy]) => Number(cy))
  expect(heights).toHaveLength(6)
  for (const [at, height] of heights.entries()) {
    if (at % 3 !== 0) expect(height).toBeLessThan(heights[at - 1] ?? 0)
  }
})

it('has its colours for light and for dark pages', () => {
  expect(svg).toContain('prefers-color-scheme: dark')
})
