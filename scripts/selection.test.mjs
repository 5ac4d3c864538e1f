import { describe, expect, it } from 'vitest'
import { chooseTestHost, readRings } from './selection.mjs'
import { Stop } from './stop.mjs'

describe('the rings that run', () => {
  const known = ['check', 'unit', 'e2e']

  it('are all, unless some are named, in their own order', () => {
    expect(readRings([], known)).toEqual(known)
    expect(readRings(['e2e', 'check', 'e2e'], known)).toEqual(['check', 'e2e'])
  })

  it('are never guessed', () => {
    expect(() => readRings(['unti'], known)).toThrow(/no ring called unti/)
  })
})

describe('the host of the end-to-end ring', () => {
  it.each([
    // asked, electron, chromium, display -> host, xvfb
    [undefined, true, true, true, 'electron', false],
    [undefined, true, true, false, 'chromium', false],
    [undefined, true, false, false, 'electron', true],
    [undefined, false, true, true, 'chromium', false],
    ['', false, true, true, 'chromium', false],
    ['chromium', true, true, true, 'chromium', false],
    ['electron', true, true, true, 'electron', false],
    ['electron', true, true, false, 'electron', true],
  ])(
    'asked for %s, Electron %s, Chromium %s, display %s: %s',
    (asked, electron, chromium, display, host, xvfb) => {
      expect(chooseTestHost({ asked, electron, chromium, display })).toEqual({ host, xvfb })
    },
  )

  it('is a problem when Electron is asked for and cannot be had', () => {
    const situation = { asked: 'electron', electron: false, chromium: true, display: true }
    expect(chooseTestHost(situation).problem).toMatch(/cannot be had/)
  })

  it('is refused when it is neither', () => {
    const situation = { asked: 'firefox', electron: true, chromium: true, display: true }
    expect(() => chooseTestHost(situation)).toThrow(Stop)
  })
})
