import { maskAddresses } from '../mask-address'
import { regions, type Locale } from './locale'
import { once } from '../once'
import { numbersIn } from './numbers'

/** Dates, times and amounts in the person's language. Times are milliseconds since the epoch. */
export interface Formats {
  /** A day, such as 20 Nov 2026. */
  date(at: number): string
  /** A day with the time. */
  dateTime(at: number): string
  /** A time of day, to the minute. */
  time(at: number): string
  /** How long ago or how far ahead; “tomorrow” only of what is on the next day of the calendar. */
  relative(at: number, now: number): string
  /** How long ago, for behind a word that tells of the past: there, “now” is “just now”. */
  ago(at: number, now: number): string
  /** A short wait, as minutes and seconds: 0:42. Never negative. */
  countdown(milliseconds: number): string
  number(value: number): string
  /** A share from 0 to 1 as whole percent. */
  percent(share: number): string
  /** An amount of storage in binary units with at most one digit behind the point. */
  bytes(value: number): string
  /** What somebody wrote; with every address masked while they are hidden. */
  words(text: string): string
}

const justNow: Readonly<Record<Locale, string>> = {
  en: 'just now',
  'zh-Hans': '刚刚',
  fi: 'juuri äsken',
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour
/** In days. Longer spans are told in whole ones, to the nearest. */
const month = 365.25 / 12
const year = 365.25

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const

const known = new Map<string, Formats>()

/**
 * Gives the formats of a language. `timeZone` is the system's unless given. What the system formats with
 * takes a millisecond to make, and a page asks in dozens of places: each is made once, when it is used.
 */
export function formatsFor(locale: Locale, timeZone?: string): Formats {
  // Whoever travels with their computer is in another zone from then on.
  const key = `${locale} ${timeZone ?? new Date().getTimezoneOffset()}`
  const made = known.get(key) ?? makeFormats(locale, timeZone)
  known.set(key, made)
  return made
}

function makeFormats(locale: Locale, timeZone: string | undefined): Formats {
  const tag = regions[locale]
  const dates = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(tag, { ...options, timeZone }))
  const date = dates({ dateStyle: 'medium' })
  const dateTime = dates({ dateStyle: 'medium', timeStyle: 'short' })
  const time = dates({ timeStyle: 'short' })
  const distance = once(() => distanceIn(tag, timeZone))
  const percent = once(() => new Intl.NumberFormat(tag, { style: 'percent' }))
  return {
    date: (at) => date().format(at),
    dateTime: (at) => dateTime().format(at),
    time: (at) => time().format(at),
    relative: (at, now) => distance().between(at, now) ?? distance().now,
    ago: (at, now) => distance().between(at, now) ?? justNow[locale],
    countdown: (milliseconds) => {
      const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    },
    number: numbersIn(locale),
    percent: (share) => percent().format(share),
    words: (text) => text,
    bytes: (value) => {
      const step = Math.min(byteUnits.length - 1, value < 1 ? 0 : Math.floor(Math.log2(value) / 10))
      return new Intl.NumberFormat(tag, {
        style: 'unit',
        unit: byteUnits[step] ?? 'byte',
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: 1,
      }).format(value / 1024 ** step)
    },
  }
}

/** The same formats for somebody whose screen others see. */
export function hidingAddresses(formats: Formats): Formats {
  return { ...formats, words: (text) => maskAddresses(text) }
}

interface Distance {
  /** Undefined for less than a minute, which is now. */
  between(at: number, now: number): string | undefined
  readonly now: string
}

/**
 * Days are those of the calendar, which have names of their own: “tomorrow” is true of the next day alone,
 * and Finnish and Chinese have a word for the day after. Months and years are spans, and so are counted:
 * what is forty days off is not “next month” to everybody.
 */
function distanceIn(tag: string, timeZone: string | undefined): Distance {
  const named = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const counted = once(() => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }))
  const dayOf = once(() => calendarDays(timeZone))
  return {
    now: named.format(0, 'second'),
    between(at, now) {
      const seconds = Math.round((at - now) / 1000)
      const size = Math.abs(seconds)
      if (size < minute) return undefined
      if (size < hour) return named.format(Math.trunc(seconds / minute), 'minute')
      if (size < day) return named.format(Math.trunc(seconds / hour), 'hour')
      const days = dayOf()(at) - dayOf()(now)
      if (Math.abs(days) < month) return named.format(days, 'day')
      if (Math.abs(days) < year) return counted().format(Math.round(days / month), 'month')
      return counted().format(Math.round(days / year), 'year')
    },
  }
}

/** Numbers the days of the calendar, as they begin and end in a time zone. */
function calendarDays(timeZone: string | undefined): (at: number) => number {
  const parts = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone,
  })
  return (at) => {
    const of = Object.fromEntries(
      parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    )
    return Date.UTC(of['year'] ?? 0, (of['month'] ?? 1) - 1, of['day'] ?? 1) / (day * 1000)
  }
}
