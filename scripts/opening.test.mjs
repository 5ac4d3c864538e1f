import { describe, expect, it } from 'vitest'
import { hasDisplay } from './display.mjs'
import { chooseOpening, wantsElectron } from './opening.mjs'

const none = undefined

describe('what npm start opens', () => {
  it.each([
    // tour, host, display, electron, chromium -> opening
    [false, none, true, true, true, { kind: 'window', host: 'electron' }],
    [false, none, true, true, false, { kind: 'window', host: 'electron' }],
    [false, none, true, false, true, { kind: 'window', host: 'chromium' }],
    [false, none, false, true, true, { kind: 'tour', host: 'chromium' }],
    [false, none, false, false, true, { kind: 'tour', host: 'chromium' }],
    [true, none, true, true, true, { kind: 'tour', host: 'chromium' }],
    [true, none, true, false, true, { kind: 'tour', host: 'chromium' }],
    [true, none, true, true, false, { kind: 'tour', host: 'electron' }],
    [true, none, false, false, true, { kind: 'tour', host: 'chromium' }],
    [false, 'chromium', true, true, true, { kind: 'window', host: 'chromium' }],
    [false, 'chromium', false, true, true, { kind: 'tour', host: 'chromium' }],
    [false, 'electron', true, true, true, { kind: 'window', host: 'electron' }],
    [true, 'electron', true, true, true, { kind: 'tour', host: 'electron' }],
    [false, 'electron', true, false, true, 'no-electron'],
    [false, 'electron', false, true, true, 'no-display'],
    [true, 'electron', false, true, true, 'no-display'],
  ])(
    'tour %s, host %s, display %s, Electron %s, Chromium %s: %o',
    (tour, host, display, electron, chromium, opening) => {
      expect(chooseOpening({ tour, host, display, electron, chromium })).toEqual(opening)
    },
  )

  it.each([
    // tour, host, display, chromium -> whether Electron is looked for
    [false, none, true, true, true],
    [false, none, false, true, false],
    [true, none, true, true, false],
    [true, none, true, false, true],
    [false, 'chromium', true, true, false],
    [true, 'electron', true, true, true],
  ])('looks for Electron: tour %s, host %s, display %s, Chromium %s: %s', (...row) => {
    const [tour, host, display, chromium, wanted] = row
    expect(wantsElectron({ tour, host, display, chromium })).toBe(wanted)
  })
})

it.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['freebsd', {}, false],
  ['darwin', {}, true],
  ['win32', {}, true],
])('on %s with %o there is a display: %s', (platform, env, display) => {
  expect(hasDisplay(platform, env)).toBe(display)
})
