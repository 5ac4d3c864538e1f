import { describe, expect, it } from 'vitest'
import { goesOnWithoutWindow, isNowhere } from './closing'
import { firstWindow, furtherWindow, opensMain } from './starts'

const plain = { argv: ['/usr/bin/latchkey'], accounts: true }
const quick = { argv: ['/usr/bin/latchkey', '--quick-login'], accounts: true }
const hidden = { argv: ['/usr/bin/latchkey', '--hidden'], accounts: true }
const fresh = { accounts: false }

describe('the first start', () => {
  it('opens the main window, quick login if asked to, and nothing at login', () => {
    expect(firstWindow(plain)).toBe('main')
    expect(firstWindow(quick)).toBe('quick-login')
    expect(firstWindow(hidden)).toBeUndefined()
  })

  it('has nothing to log in with at first', () => {
    expect(firstWindow({ ...quick, ...fresh })).toBe('main')
  })
})

describe('what opens the main window before the book is read', () => {
  it('is a start that shows it whether there are accounts or not', () => {
    expect(opensMain(plain.argv)).toBe(true)
    expect(opensMain(quick.argv)).toBe(false)
    expect(opensMain(hidden.argv)).toBe(false)
  })
})

describe('a further start', () => {
  it('brings the main window where nothing is in sight, else quick login', () => {
    expect(furtherWindow(plain, false)).toBe('main')
    expect(furtherWindow(plain, true)).toBe('quick-login')
    expect(furtherWindow({ ...plain, ...fresh }, true)).toBe('main')
  })

  it('does what its arguments say', () => {
    expect(furtherWindow(quick, false)).toBe('quick-login')
    expect(furtherWindow({ ...quick, ...fresh }, false)).toBe('main')
    expect(furtherWindow(hidden, true)).toBeUndefined()
  })
})

describe('closing the last window', () => {
  it.each([
    ['automatic', 'there', true],
    ['automatic', 'missing', false],
    ['automatic', 'unknown', false],
    ['keep-running', 'missing', true],
    ['quit', 'there', false],
  ] as const)('with %s and a tray that is %s', (whenClosed, tray, goesOn) => {
    expect(goesOnWithoutWindow(whenClosed, tray)).toBe(goesOn)
  })
})

it.each([
  ['automatic', 'there', false],
  ['automatic', 'missing', true],
  ['automatic', 'unknown', true],
  ['quit', 'there', false],
  ['quit', 'missing', true],
  ['keep-running', 'missing', false],
] as const)('%s, the tray %s: a program started unseen shows itself: %s', (when, tray, shows) => {
  expect(isNowhere(when, tray)).toBe(shows)
})
