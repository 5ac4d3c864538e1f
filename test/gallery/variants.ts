/** The ways in which each scene is drawn: what differs from a light window of the usual size in English. */
import type { BrowserContextOptions } from 'playwright-core'

export interface Variant {
  readonly name: string
  /** For the person who looks through the pictures. */
  readonly what: string
  readonly options: BrowserContextOptions
  /** The language of the words. */
  readonly lang: string
  /** How wide windows are made, where they are not as wide as they open. */
  readonly width?: number
  /** How much everything is enlarged: the window has so many times fewer CSS pixels each way. */
  readonly zoom: number
  /** Whether nothing may be cut off or stick out; checked where there is less room than usual. */
  readonly tight: boolean
}

const usual = { options: { colorScheme: 'light' }, lang: 'en', zoom: 1, tight: false } as const

export const variants: readonly Variant[] = [
  { ...usual, name: 'light', what: 'light' },
  { ...usual, name: 'dark', what: 'dark', options: { colorScheme: 'dark' } },
  { ...usual, name: 'narrow', what: '360 pixels wide', width: 360, tight: true },
  {
    ...usual,
    name: 'contrast',
    what: 'with more contrast asked for',
    options: { colorScheme: 'light', contrast: 'more' },
  },
  {
    ...usual,
    name: 'forced',
    what: 'with the system’s few colours forced on it',
    options: { colorScheme: 'dark', forcedColors: 'active', contrast: 'more' },
  },
  { ...usual, name: 'zh-Hans', what: 'in Chinese', lang: 'zh-Hans', tight: true },
  { ...usual, name: 'fi', what: 'in Finnish', lang: 'fi', tight: true },
  { ...usual, name: 'pseudo', what: 'in longer words', lang: 'pseudo', tight: true },
  { ...usual, name: 'zoom', what: 'at 200 %', zoom: 2, tight: true },
]
