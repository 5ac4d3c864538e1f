import { expect, it } from 'vitest'
import { pastedCode } from './pasted'

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
  'station.ruuvi.com/verify?token=BCDF',
  'https://ruuvi.com/verify?token=BC%44F',
  '#/?token=BCDF',
  '?token=BCDF',
  'token=BCDF',
])('finds the code in %j', (text) => {
  expect(pastedCode(text)).toEqual({ code: 'BCDF' })
})

it.each([
  ['https://station.example.org/verify?token=BCDF', 'station.example.org'],
  ['https://ruuvi.com.example.org/#/?token=BCDF', 'ruuvi.com.example.org'],
  ['http://evilruuvi.com/?token=BCDF', 'evilruuvi.com'],
  ['http://localhost:8080/verify?token=BCDF', 'localhost'],
  ['http://127.0.0.1:8080/verify?token=BCDF', '127.0.0.1'],
])('names the strange host of %j', (text, strangeHost) => {
  expect(pastedCode(text)).toEqual({ code: 'BCDF', strangeHost })
})

it.each([
  '',
  '  ',
  'https://station.ruuvi.com/verify',
  'https://station.ruuvi.com/?token=',
  '?token=',
])('finds no code in %j', (text) => {
  expect(pastedCode(text)).toBeUndefined()
})

it('takes a code of any length, because no document promises four', () => {
  expect(pastedCode('abcdefgh')).toEqual({ code: 'ABCDEFGH' })
})

it('does not stumble over a broken escape', () => {
  expect(pastedCode('?token=AB%')).toEqual({ code: 'AB%' })
})
