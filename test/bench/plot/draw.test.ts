import { JSDOM } from 'jsdom'
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
const { window } = new JSDOM()
const svg = new window.DOMParser().parseFromString(drawPlot(panels), 'image/svg+xml')

it('is one picture that says in words what it shows', () => {
  expect(svg.querySelector('parsererror')).toBeNull()
  expect(svg.querySelector('desc')?.textContent).toContain('Start: 2 ms with 100, 4 ms with 1,000')
})

it('puts a point higher the more it took, and each at its place', () => {
  const drawn = [...svg.querySelectorAll('g')].map((group) =>
    [...group.querySelectorAll('circle')].map((one) => Number(one.getAttribute('cy'))),
  )
  expect(drawn).toHaveLength(panels.length)
  for (const heights of drawn) {
    const [first = 0, second = 0, third = 0] = heights
    expect(first).toBeGreaterThan(second)
    expect(second).toBeGreaterThan(third)
  }
})

it('has its colours for light and for dark pages', () => {
  expect(svg.querySelector('style')?.textContent).toContain('prefers-color-scheme: dark')
})
