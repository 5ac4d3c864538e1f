import { describe, expect, it } from 'vitest'
import { cleanValue } from './field-check'
import type { FieldView } from './flow'

const base = { name: 'field', label: 'Field', required: true }

function clean(kind: 'email' | 'code' | 'link' | 'token' | 'captcha' | 'text', typed: string) {
  const field: FieldView =
    kind === 'email' || kind === 'text' ? { ...base, kind, value: '' } : { ...base, kind }
  return cleanValue(field, typed)
}

describe('an address', () => {
  it.each([
    ['\u00a0work@example.org\u200b\n', 'work@example.org'],
    ['ｗｏｒｋ＠ｅｘａｍｐｌｅ。ｏｒｇ', 'work@example.org'],
    ['\u2068work@exam\u00adple.org\u2069', 'work@example.org'],
    ['mailto:work@example.org', 'work@example.org'],
    ['Kim Doe <work@example.org>', 'work@example.org'],
    ['kim+latchkey@example.org', 'kim+latchkey@example.org'],
    ['jörg@müller.example', 'jörg@müller.example'],
    // A ligature is another letter than those it stands for.
    ['ﬁ@example.org', 'ﬁ@example.org'],
  ])('is read out of %j', (typed, meant) => {
    expect(clean('email', typed)).toBe(meant)
  })
})

describe('a code', () => {
  it.each([
    ['123 456', '123456'],
    [' １２３４\u3000', '1234'],
    ['ab\u200bcd\r\n', 'abcd'],
    ['ab cd ef', 'abcdef'],
  ])('is read out of %j', (typed, meant) => {
    expect(clean('code', typed)).toBe(meant)
  })

  it('may be a link, whose blanks tell where it ends', () => {
    const link = 'Open https://site.example/verify?token=abc to log in'
    expect(clean('code', ` ${link}\u200b\n`)).toBe(link)
    expect(clean('code', '？token＝abc to log in')).toBe('?token=abc to log in')
  })
})

describe('a link, a token and a captcha', () => {
  it('lose what is not seen and keep what is', () => {
    expect(clean('link', '\ufeffhttps://site.example/päth ')).toBe('https://site.example/päth')
    expect(clean('token', ' eyJ\u200b0eXAi.x ')).toBe('eyJ0eXAi.x')
    expect(clean('token', 'two words')).toBe('two words')
    expect(clean('captcha', ' ７ ')).toBe('7')
    expect(clean('captcha', '3 + 4 = 7')).toBe('3+4=7')
  })
})

describe('a line of one’s own', () => {
  it('keeps everything within', () => {
    expect(clean('text', '\u200b 家 👨‍👩‍👧 ')).toBe('家 👨‍👩‍👧')
  })
})

describe('a password', () => {
  it('is sent as it was typed', () => {
    const typed = ' ｐａｓｓ\u200b word '
    expect(cleanValue({ ...base, kind: 'password' }, typed)).toBe(typed)
    expect(cleanValue({ ...base, kind: 'new-password', minLength: 1 }, typed)).toBe(typed)
  })
})
