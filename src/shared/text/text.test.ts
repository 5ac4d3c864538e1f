import { describe, expect, it } from 'vitest'
import { accountStates } from '../account'
import { failureCodes } from '../failure'
import { countingIn } from './counting'
import { formatsFor, textFor } from './index'
import { chooseLocale, locales, regions } from './locale'

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

  it('does not say that what the disk refused holds until a restart', () => {
    expect(text.failures['disk-failed'].text).not.toMatch(/restart|重新启动|uudelleenkäyn/i)
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

describe('the language of a system', () => {
  it.each([
    [['fi-FI'], 'fi'],
    [['fi_FI.UTF-8'], 'fi'],
    [['zh'], 'zh-Hans'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-Hans-SG'], 'zh-Hans'],
    [['zh_CN.UTF-8'], 'zh-Hans'],
    // The traditional characters are nearer to these than English is.
    [['zh-Hant-TW'], 'zh-Hans'],
    [['zh-HK', 'en-HK'], 'zh-Hans'],
    [['EN-us'], 'en'],
    [['sv-FI', 'fi-FI', 'en-FI'], 'fi'],
    // Filipino is another language than Finnish.
    [['fil-PH'], 'en'],
    [['C'], 'en'],
    [['de-DE', 'fr'], 'en'],
    [[], 'en'],
  ])('%j is %s here', (tags, locale) => {
    expect(chooseLocale(tags)).toBe(locale)
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
  const hours = 3_600_000

  it('counts down in minutes and seconds, rounding up and never below zero', () => {
    expect(formats.countdown(61_001)).toBe('1:02')
    expect(formats.countdown(900)).toBe('0:01')
    expect(formats.countdown(-5)).toBe('0:00')
  })

  it('tells how far away a time is', () => {
    expect(formats.relative(noon - 20_000, noon)).toBe('now')
    expect(formats.ago(noon - 20_000, noon)).toBe('just now')
    expect(formats.ago(noon - 3 * 3_600_000, noon)).toBe('3 hours ago')
    expect(formats.relative(noon - 3 * 3_600_000, noon)).toBe('3 hours ago')
    expect(formats.relative(noon + 23 * hours, noon)).toBe('in 23 hours')
    expect(formats.relative(noon + 24 * hours, noon)).toBe('tomorrow')
  })

  it('names a day only where the calendar has it there', () => {
    const evening = noon + 8 * hours
    expect(formats.relative(evening + 27 * hours, evening)).toBe('tomorrow')
    expect(formats.relative(evening + 28 * hours, evening)).toBe('in 2 days')
    expect(formats.relative(evening - 47 * hours, evening)).toBe('2 days ago')
    expect(formats.relative(noon - 36 * hours, noon)).toBe('yesterday')
    // The same two moments, where it is another day already.
    const tokyo = formatsFor('en', 'Asia/Tokyo')
    expect(tokyo.relative(evening + 27 * hours, evening)).toBe('tomorrow')
    expect(formats.relative(noon - 44 * hours, noon)).toBe('2 days ago')
    expect(tokyo.relative(noon - 44 * hours, noon)).toBe('yesterday')
    expect(formatsFor('fi', 'UTC').relative(noon + 48 * hours, noon)).toBe('ylihuomenna')
  })

  it('counts what is further off, and never calls it the next week or month', () => {
    const away = (days: number) => formats.relative(noon + days * 24 * hours, noon)
    expect(away(7)).toBe('in 7 days')
    expect(away(12)).toBe('in 12 days')
    expect(away(-13)).toBe('13 days ago')
    expect(away(40)).toBe('in 1 month')
    expect(away(59)).toBe('in 2 months')
    expect(away(400)).toBe('in 1 year')
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

describe('counting', () => {
  it('takes the form that goes with the number, and writes the number as the language does', () => {
    const more = (locale: 'en' | 'fi' | 'zh-Hans', count: number) =>
      textFor(locale).accounts.matches(count)
    expect(more('en', 1)).toBe('1 account')
    expect(more('en', 12_345)).toBe('12,345 accounts')
    expect(more('fi', 1)).toBe('1 tili')
    expect(more('fi', 12_345)).toBe('12\u00a0345 tiliä')
    expect(more('zh-Hans', 1)).toBe('1 个账户')
    expect(more('zh-Hans', 12_345)).toBe('12,345 个账户')
  })

  it('takes the form that goes with all of the accounts, however many are done', () => {
    const told = (locale: 'en' | 'fi', total: number) => {
      const words = textFor(locale).backup
      const ways = [words.export.reading, words.import.comparing, words.import.importing]
      return ways.map((tell) => tell(0, total))
    }
    for (const words of told('en', 1)) expect(words).toMatch(/0 of 1 account(?!s)/)
    for (const words of told('en', 2)) expect(words).toContain('0 of 2 accounts')
    for (const words of told('fi', 1)) expect(words).toMatch(/^0\/1 tili(?!ä)/)
    expect(told('fi', 2)[0]).toBe('0/2 tiliä luettu')
  })

  it.each(locales)('writes numbers and takes forms as Intl does in %s', (locale) => {
    const intl = new Intl.NumberFormat(regions[locale])
    const rules = new Intl.PluralRules(regions[locale])
    const { number, plural } = countingIn(locale)
    const apart = rules.resolvedOptions().pluralCategories.includes('one')
    const forms = { one: apart ? 'one' : 'other', other: 'other' }
    const whole = [...Array(1200).keys(), 99_999, 100_000, 1_234_567, Number.MAX_SAFE_INTEGER]
    for (const value of [...whole, 0.5, 1.5, 1000.25, -1, -1234, 2 ** 60]) {
      expect(number(value)).toBe(intl.format(value))
      expect(plural(value, forms)).toBe(rules.select(value))
    }
  })

  it('joins lists as the language does', () => {
    const added = (locale: 'en' | 'fi' | 'zh-Hans') =>
      textFor(locale).backup.done.added({ accounts: 2, tokens: 2, passwords: 2 })
    expect(added('en')).toContain('2 accounts, 2 tokens and 2 passwords')
    expect(added('fi')).toMatch(/, .* ja /)
    expect(added('zh-Hans')).toContain('2 个账户、2 个令牌')
  })
})
