import { describe, expect, it } from 'vitest'
import { createLog, type LogKind } from './log'

function written(work: (log: ReturnType<typeof createLog>) => void): [string, LogKind][] {
  const lines: [string, LogKind][] = []
  work(
    createLog(
      (line, kind) => lines.push([line, kind]),
      () => 0,
    ),
  )
  return lines
}

describe('the log', () => {
  it('says when, what kind and what', () => {
    expect(written((log) => log.info('keychain is ready'))).toEqual([
      ['1970-01-01T00:00:00.000Z info keychain is ready', 'info'],
    ])
  })

  it('keeps what tells where a bug is, and the id that the window shows', () => {
    const id = '3f2b8c1e-0d4a-4f6b-9a7c-5e1d2c3b4a59'
    const [[line, kind] = []] = written((log) =>
      log.bug('call accounts.copyToken', new Error('no such row'), id),
    )
    expect(kind).toBe('bug')
    expect(line).toMatch(/ bug 3f2b8c1e-[-\w]+ call accounts\.copyToken threw Error: no such row\n/)
    expect(line).toMatch(/\n {4}at .*log\.test\.ts/)
  })

  it('hides secrets in whatever comes in', () => {
    const [[line] = []] = written((log) => {
      log.bug('x', { toString: () => 'password: swordfish' }, 'token: swordfish')
    })
    expect(line).not.toContain('swordfish')
    expect(line).toContain('unknown x threw')
  })

  it('is one entry whatever stands in it, and no longer than can be read', () => {
    const [[line] = ['']] = written((log) => {
      log.info(`one\r\n2026-01-01T00:00:00.000Z bug two\u001b[31m${'\nlong '.repeat(5_000)}`)
    })
    expect(
      line
        .split('\n')
        .slice(1)
        .every((rest) => rest.startsWith('    ')),
    ).toBe(true)
    expect(line).not.toMatch(/[\r\u001b]/)
    expect(line.length).toBeLessThan(20_000)
  })

  it('does not cut a secret in half', () => {
    const secret = 'Zz09aaBBcc11ddEEff22ggHHii33jjKKll44'
    for (let length = 7_950; length < 8_010; length += 1) {
      const [[line] = []] = written((log) => log.info(`${'word '.repeat(length / 5)}${secret}`))
      expect(line).not.toContain('Zz09')
    }
  })
})
