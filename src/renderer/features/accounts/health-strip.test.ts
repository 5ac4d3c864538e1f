import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../../shared/account'
import { acceptedShare, healthParts, stripMs } from './health-strip'

const day = 86_400_000
const now = 1_000 * day
const ago = (days: number, kind: HistoryEntry['kind']): HistoryEntry => ({
  kind,
  at: now - days * day,
})
const told = (history: readonly HistoryEntry[]) =>
  healthParts(history, now).map(({ health, from, to }) => [health, (to - from) / day])

describe('the health of an account over time', () => {
  it('stands in the order of time, neighbours of one kind joined', () => {
    const history = [
      ago(1, 'refreshed'),
      ago(2, 'logged-in'),
      ago(5, 'rejected'),
      ago(9, 'logged-in'),
      ago(10, 'created'),
    ]
    expect(told(history)).toEqual([
      ['none', 1],
      ['accepted', 4],
      ['rejected', 3],
      ['accepted', 2],
    ])
    expect(acceptedShare(healthParts(history, now))).toBe(0.6)
  })

  it('does not call a token accepted that came from a backup until the service has said so', () => {
    expect(told([ago(1, 'verified'), ago(3, 'imported'), ago(10, 'logged-in')])).toEqual([
      ['accepted', 7],
      ['none', 2],
      ['accepted', 1],
    ])
  })

  it('looks back no further than 90 days', () => {
    expect(told([ago(400, 'logged-in'), ago(500, 'created')])).toEqual([
      ['accepted', stripMs / day],
    ])
  })

  it('has nothing to show of what happened just now', () => {
    expect(healthParts([ago(0, 'logged-in'), ago(0, 'created')], now)).toEqual([])
    expect(healthParts([], now)).toEqual([])
  })
})
