import { describe, expect, it } from 'vitest'
import { accountStates } from '../account'
import { failureCodes } from '../failure'
import { formatsFor, textFor } from './index'
import { locales } from './locale'

/** Every string of a catalogue; functions are left out, their parts are words of their own. */
function strings(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => strings(part, `${path}/${key}`))
}

describe.each(locales)('text in %s', (locale) => {
  const text = textFor(locale)

  it('has words for every failure and every account state, and no others', () => {
    expect(Object.keys(text.failures).sort()).toEqual([...failureCodes].sort())
    expect(Object.keys(text.accountStates).sort()).toEqual([...accountStates].sort())
  })

  it('leaves no text empty and none with stray blanks', () => {
    for (const [path, words] of strings(text)) {
      expect(words.trim(), path).toBe(words)
      expect(words, path).not.toBe('')
    }
  })

  it('gives each failure a title of its own, without a full stop', () => {
    const titles = failureCodes.map((code) => text.failures[code].title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(title).not.toMatch(/[.。]$/)
  })

  it('ends every explanation with a full stop', () => {
    for (const code of failureCodes) expect(text.failures[code].text).toMatch(/[.。]$/)
    for (const state of accountStates) expect(text.accountStates[state].text).toMatch(/[.。]$/)
  })

  it('never calls a network failure a wrong password', () => {
    for (const code of ['offline', 'timeout', 'tls-untrusted', 'not-the-service'] as const) {
      expect(text.failures[code].title + text.failures[code].text).not.toMatch(
        /password|密码|salasana/i,
      )
    }
  })

  it('says for each keychain trouble what to do on each platform', () => {
    for (const platform of ['linux', 'mac', 'windows'] as const) {
      for (const reason of [
        'no-session-bus',
        'no-secret-service',
        'no-keychain-library',
        'not-answering',
        'process-failed',
        'unknown',
      ] as const) {
        const words = text.keychain.words({ kind: 'unavailable', reason }, platform)
        expect(words.text.length).toBeGreaterThan(20)
      }
    }
    const linux = text.keychain.words({ kind: 'unavailable', reason: 'no-secret-service' }, 'linux')
    expect(linux.text).toContain('gnome-keyring')
  })
})

describe('tray line', () => {
  const { account } = textFor('en').tray
  it('marks the active account and tells a state only when it is not ready', () => {
    expect(account({ label: 'Home', where: 'Ruuvi Cloud', state: 'ready', active: true })).toBe(
      '✓ Home (Ruuvi Cloud)',
    )
    expect(account({ label: 'Work', where: 'IPCola', state: 'needs-login', active: false })).toBe(
      'Work (IPCola) · Log in again',
    )
  })
})

describe('formats', () => {
  const formats = formatsFor('en', 'UTC')
  const noon = Date.UTC(2026, 10, 20, 12)

  it('counts down in minutes and seconds, rounding up and never below zero', () => {
    expect(formats.countdown(61_001)).toBe('1:02')
    expect(formats.countdown(900)).toBe('0:01')
    expect(formats.countdown(-5)).toBe('0:00')
  })

  it('tells how far away a time is in the largest unit that fits', () => {
    expect(formats.relative(noon - 20_000, noon)).toBe('now')
    expect(formats.relative(noon - 3 * 3_600_000, noon)).toBe('3 hours ago')
    expect(formats.relative(noon + 86_400_000, noon)).toBe('tomorrow')
    expect(formats.relative(noon + 40 * 86_400_000, noon)).toBe('next month')
  })

  it('writes amounts of storage in the unit that fits', () => {
    expect(formats.bytes(0)).toBe('0 bytes')
    expect(formats.bytes(1_536)).toBe('1.5 kB')
    expect(formats.bytes(5 * 1024 ** 3)).toBe('5 GB')
  })

  it('writes dates in the given time zone', () => {
    expect(formats.date(noon)).toBe('20 Nov 2026')
    expect(formats.dateTime(noon)).toBe('20 Nov 2026, 12:00')
  })
})
