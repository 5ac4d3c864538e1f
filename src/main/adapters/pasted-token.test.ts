import { expect, it } from 'vitest'
import { ok } from '../../shared/failure'
import { pastedToken } from './pasted-token'

it.each([
  ['753133/eyJhbGci.x-y_z', '753133/eyJhbGci.x-y_z'],
  ['  Bearer 753133/abc \n', '753133/abc'],
  ['bearer   abc', 'abc'],
  ['Authorization: Bearer abc', 'abc'],
  ['"abc"', 'abc'],
  ["'Bearer abc'", 'abc'],
  ['Bearer', 'Bearer'],
])('takes the token out of %j', (text, token) => {
  expect(pastedToken(text)).toEqual(ok(token))
})

it.each(['abc def', 'abc\r\nX-Other: 1', 'pässword', '', '""'])('refuses %j', (text) => {
  const read = pastedToken(text)
  expect(read.ok).toBe(false)
  if (!read.ok) expect(read.failure).toMatchObject({ code: 'invalid-input', field: 'token' })
})
