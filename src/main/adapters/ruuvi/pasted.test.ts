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

const link = 'https://station.ruuvi.com/verify?token=BCDF'
const inLink = encodeURIComponent(link)

it.each([
  inLink,
  encodeURIComponent(inLink),
  `https://eur01.safelinks.protection.outlook.com/?url=${inLink}&data=05%7C02%7Cx&sdata=a%2Fb%3D&reserved=0`,
  `https://eur01.safelinks.protection.outlook.com/?url=${inLink}&amp;data=05%7C02%7Cx`,
  `https://one.example/?u=${encodeURIComponent(`https://two.example/?u=${inLink}&x=1`)}&y=2`,
  'https://www.google.com/url?q=https://station.ruuvi.com/verify?token%3DBCDF&source=gmail&ust=1',
  `https://linkprotect.example/url?a=${inLink.toLowerCase()}&c=E,1,x`,
  `https://urldefense.com/v3/__${link}__;!!abc!def$`,
  'https://urldefense.proofpoint.com/v2/url?u=https-3A__station.ruuvi.com_verify-3Ftoken-3DBCDF&d=Dw&c=x',
  `https://filter.example/?token=0123456789abcdef&url=${inLink}`,
  `https://filter.example/?broken=%E4&url=${inLink}`,
  'https://station.ruuvi.com/verify?token=3DBCDF',
  'https://station.ruuvi.com/verify?lang=3Den&token=3DBCDF',
  'https://station.ruuvi.com/verify?token=3DBC=\r\nDF',
  'https://station.ruuvi.com/verify?tok=\r\nen=3DBCDF',
])('finds the code in a link as mail programs write it: %j', (text) => {
  expect(read(text)).toEqual({ code: 'BCDF' })
})

it.each([
  ['https://station.example.org/verify?token=BCDF', 'station.example.org'],
  ['https://ruuvi.com.example.org/#/?token=BCDF', 'ruuvi.com.example.org'],
  ['http://evilruuvi.com/?token=BCDF', 'evilruuvi.com'],
  ['http://localhost:8080/verify?token=BCDF', 'localhost'],
  ['http://127.0.0.1:8080/verify?token=BCDF', '127.0.0.1'],
  ['Open http://evil.example/verify?token=BCDF to log in', 'evil.example'],
  ['See https://ruuvi.com/help or http://evil.example/verify?token=BCDF', 'evil.example'],
  ['https://station.ruuvi.com@evil.example/verify?token=BCDF', 'evil.example'],
  ['https://evil.example/station.ruuvi.com/?token=BCDF', 'evil.example'],
  [encodeURIComponent('https://evil.example/verify?token=BCDF'), 'evil.example'],
  [
    `https://safe.example/?url=${encodeURIComponent('https://evil.example/?token=BCDF')}`,
    'evil.example',
  ],
])('names the strange host of %j', (text, strangeHost) => {
  expect(read(text)).toEqual({ code: 'BCDF', strangeHost })
})

it.each([
  '',
  '  ',
  'https://station.ruuvi.com/verify',
  'https://station.ruuvi.com/?token=',
  '?token=',
  '?token=AB%',
  'AB%43D',
  'https%3A%2F%2Fstation.ruuvi.com%2Fverify',
  'https://filter.example/s/0123456789abcdef',
])('finds no code in %j', (text) => {
  expect(read(text)).toBeUndefined()
})

it('takes a code of any length, because no document promises four', () => {
  expect(read('abcdefgh')).toEqual({ code: 'ABCDEFGH' })
  const link = 'https://station.ruuvi.com/verify?token=abcdefgh'
  expect(read(`Open ${link} to log in`)).toEqual({ code: 'ABCDEFGH' })
})
