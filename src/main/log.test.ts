import { describe, expect, it } from 'vitest'
import { createLog, redact } from './log'

describe('the log', () => {
  it.each([
    'Authorization: Bearer abc.def/ghi',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.sig-nature_1',
    '{"password":"correct horse"}',
    "refresh_token: 'swordfish'",
    'u13/Zz09aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'vcode=sjeuijnhgytghyuj',
  ])('hides the secret of %s', (line) => {
    const kept = redact(line)
    for (const secret of ['abc.def', 'eyJzdWI', 'correct', 'swordfish', 'Zz09', 'sjeuijnhg']) {
      expect(kept).not.toContain(secret)
    }
  })

  it('keeps what tells where a bug is', () => {
    const lines: string[] = []
    createLog((line) => lines.push(line)).bug('call x', new Error('no such row'), 'id-1')
    expect(lines.join()).toMatch(/id-1 call x: Error: no such row\n.*log\.test\.ts/)
  })
})
