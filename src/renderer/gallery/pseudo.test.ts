import { expect, it } from 'vitest'
import { textFor } from '../../shared/text'
import { pseudo } from './pseudo'

const english = textFor('en')
const text = pseudo(english)

it('writes words with accents, longer, and in brackets', () => {
  const { text: told } = text.failures.offline
  expect(told).toMatch(/^\[.*\]$/)
  expect(told).toContain('ñéé')
  const { length } = english.failures.offline.text
  expect(told.length / length).toBeGreaterThan(1.3)
  expect(told.length / length).toBeLessThan(1.5)
})

it('leaves what is put into a sentence as it is', () => {
  expect(text.accounts.removal.told('kim@example.com')).toContain('kim@example.com')
  expect(
    text.tray.account({ label: 'Home', where: 'Ruuvi', state: 'blocked', active: true }),
  ).toMatch(/Home \(Ruuvi\) · Bl/)
  expect(text.accounts.matches(12)).toContain('12 ')
  // A text that is written so already is not written so again.
  expect(text.accounts.failed('Home', text.failures.offline.title)).toBe(
    `[Home: ${text.failures.offline.title}]`,
  )
})

it('leaves what is no text', () => {
  expect(text.settings.trayNow.there).toBeUndefined()
})
