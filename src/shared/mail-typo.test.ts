import { expect, it } from 'vitest'
import { likelyDomain, withDomain } from './mail-typo'

it.each([
  ['gmial.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['GMAIL.CM', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['outlok.com', 'outlook.com'],
  ['hotmial.fi', 'hotmail.fi'],
  ['luuku.com', 'luukku.com'],
  ['elisanet.f', 'elisanet.fi'],
  ['soumi24.fi', 'suomi24.fi'],
  ['kolumbis.fi', 'kolumbus.fi'],
  ['163.con', '163.com'],
  ['qq.con', 'qq.com'],
  ['sina.con', 'sina.com'],
])('takes %s for a mistake of %s', (typed, meant) => {
  expect(likelyDomain(`kim@${typed}`)).toBe(meant)
})

it.each([
  ...['gmail.com', 'hotmail.fi', 'hotmail.com', 'gmx.de', '126.com', '163.com', 'vip.163.com'],
  ...[
    'ymail.com',
    'mail.de',
    'sina.com.cn',
    'example.org',
    'mail.example',
    'a.b',
    'qa.com',
    '136.com',
  ],
])('lets %s be', (domain) => {
  expect(likelyDomain(`kim@${domain}`)).toBeUndefined()
})

it('says nothing of what is no address yet', () => {
  for (const typed of ['', 'kim', 'kim@', '@gmial.com']) expect(likelyDomain(typed)).toBeUndefined()
})

it('changes nothing before the last sign of the domain', () => {
  expect(withDomain('"k@m"@gmial.com', 'gmail.com')).toBe('"k@m"@gmail.com')
})
