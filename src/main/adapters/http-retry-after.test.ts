import { describe, expect, it } from 'vitest'
import { readRetryAfter } from './http-retry-after'

const now = Date.UTC(2026, 0, 1)

describe('readRetryAfter', () => {
  it.each([
    ['120', now + 120_000],
    [' 0 ', now],
    ['Thu, 01 Jan 2026 00:01:00 GMT', now + 60_000],
    ['Thursday, 01-Jan-26 00:01:00 GMT', now + 60_000],
    ['Thu Jan  1 00:01:00 2026', now + 60_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', now],
    // No longer than a day.
    ['86399', now + 86_399_000],
    ['86401', now + 86_400_000],
    ['999999999', now + 86_400_000],
    ['Thu, 01 Jan 2126 00:00:00 GMT', now + 86_400_000],
  ])('reads %j', (header, at) => expect(readRetryAfter(header, now)).toBe(at))

  it.each([undefined, '', '-5', '1.5', 'soon', '1e9', '99999999999'])(
    'finds nothing in %j',
    (header) => expect(readRetryAfter(header, now)).toBeUndefined(),
  )
})
