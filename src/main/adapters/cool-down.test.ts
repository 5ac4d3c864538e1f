import { describe, expect, it } from 'vitest'
import { available, nextMailAt, tooEarly } from './cool-down'

const now = Date.UTC(2026, 0, 1)
const day = 24 * 3_600_000

describe('one more mail', () => {
  it('waits a minute after the last one', () => {
    const resendAt = nextMailAt(now)
    expect(available(resendAt, now)).toEqual({ availableAt: now + 60_000 })
    expect(tooEarly(resendAt, now)).toEqual({ code: 'rate-limited', retryAt: now + 60_000 })
    expect(available(resendAt, resendAt)).toEqual({})
    expect(tooEarly(resendAt, resendAt)).toBeUndefined()
  })

  it('waits as long as a service may ask for, and no longer where the clock was wrong', () => {
    expect(tooEarly(now + day, now)).toMatchObject({ retryAt: now + day })
    for (const strayed of [now + day + 1, Date.UTC(2057, 8, 7), undefined]) {
      expect(available(strayed, now)).toEqual({})
      expect(tooEarly(strayed, now)).toBeUndefined()
    }
  })
})
