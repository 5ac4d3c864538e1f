import { describe, expect, it } from 'vitest'
import { patiently, whereKnown } from './file-steps'

function held(code: string, times: number) {
  let tries = 0
  const waits: number[] = []
  const step = (): Promise<number> => {
    tries += 1
    return tries > times
      ? Promise.resolve(tries)
      : Promise.reject(Object.assign(new Error(code), { code }))
  }
  const wait = (ms: number): Promise<number> => Promise.resolve(waits.push(ms))
  return { step, wait, waits, tries: () => tries }
}

describe('patiently', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])('waits on Windows while %s passes', async (code) => {
    const { step, wait } = held(code, 3)
    expect(await patiently(step, { platform: 'win32', wait })).toBe(4)
  })

  it('gives up after about two seconds', async () => {
    const { step, wait, waits } = held('EBUSY', 1000)
    await expect(patiently(step, { platform: 'win32', wait })).rejects.toThrow('EBUSY')
    const total = waits.reduce((sum, ms) => sum + ms, 0)
    expect(total).toBeGreaterThan(1000)
    expect(total).toBeLessThan(3000)
  })

  it.each([
    ['win32', 'ENOSPC'],
    ['linux', 'EACCES'],
    ['darwin', 'EPERM'],
  ] as const)('does not wait on %s for %s', async (platform, code) => {
    const { step, wait, tries } = held(code, 1)
    await expect(patiently(step, { platform, wait })).rejects.toThrow(code)
    expect(tries()).toBe(1)
  })
})

describe('whereKnown', () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

  it.each(['EINVAL', 'ENOTSUP', 'ENOSYS'])('takes %s for no fault of the disk', async (code) => {
    await expect(whereKnown(failing(code))).resolves.toBeUndefined()
  })

  it.each(['EIO', 'ENOSPC'])('passes %s on', async (code) => {
    await expect(whereKnown(failing(code))).rejects.toThrow(code)
  })
})
