import { expect, it } from 'vitest'
import { cleanValue } from '../../../shared/field-check'
import { pastedCode } from './pasted'

/** As what is pasted arrives: through the field. */
function read(text: string) {
  const field = { kind: 'code', name: 'code', label: 'Code or link', required: true } as const
  return pastedCode(cleanValue(field, text))
}

it.each([
  'BCDF',
  ' bcdf \n',
  'b c d f',
  'https://station.ruuvi.com/verify?token=BCDF',
  'https://station.ruuvi.com/verify?token=bcdf&lang=en',
  'https://station.ruuvi.com/verify?lang=en&amp;token=BCDF',
  'https://station.ruuvi.com/#/?token=BCDF',
  'https://station.ruuvi.com/verify?token=BCDF#top',
  '<https://station.ruuvi.com/verify?token=BCDF>',
  'Open https://station.ruuvi.com/verify?token=BCDF to log in',
  'Open https://station.ruuvi.com/verify?token=BCDF\nto log in',
  'https://station.ruuvi.com/verify?to\r\n ken=BCDF to log in',
  'https://station.ruuvi.com/verify?token=\nBCDF',
  'https://station.ruuvi.com/verify?token=BC\n DF',
  'https://station.ruuvi.com/ verify?to ken=BCDF',
  'station.ruuvi.com/verify?token=BCDF',
  'https://ruuvi.com/verify?token=BC%44F',
  '#/?token=BCDF',
  '?token=BCDF',
  'token=BCDF',
])('finds the code in %j', (text) => {
  expect(read(text)).toEqual({ code: 'BCDF' })
})

it.each([
  ['https://station.example.org/verify?token=BCDF', 'station.example.org'],
  ['https://ruuvi.com.example.org/#/?token=BCDF', 'ruuvi.com.example.org'],
  ['http://evilruuvi.com/?token=BCDF', 'evilruuvi.com'],
  ['http://localhost:8080/verify?token=BCDF', 'localhost'],
  ['http://127.0.0.1:8080/verify?token=BCDF', '127.0.0.1'],
  ['Open http://evil.example/verify?token=BCDF to log in', 'evil.example'],
])('names the strange host of %j', (text, strangeHost) => {
  expect(read(text)).toEqual({ code: 'BCDF', strangeHost })
})

it.each([
  '',
  '  ',
  'https://station.ruuvi.com/verify',
  'https://station.ruuvi.com/?token=',
  '?token=',
])('finds no code in %j', (text) => {
  expect(read(text)).toBeUndefined()
})

it('takes a code of any length, because no document promises four', () => {
  expect(read('abcdefgh')).toEqual({ code: 'ABCDEFGH' })
  const link = 'https://station.ruuvi.com/verify?token=abcdefgh'
  expect(read(`Open ${link} to log in`)).toEqual({ code: 'ABCDEFGH' })
})

it('does not stumble over a broken escape', () => {
  expect(read('?token=AB%')).toEqual({ code: 'AB%' })
})
