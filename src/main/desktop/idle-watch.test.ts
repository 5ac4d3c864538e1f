import { beforeEach, describe, expect, it } from 'vitest'
import { FakeClock } from '../../../test/fakes/clock'
import { IdleWatch } from './idle-watch'

const minute = 60_000

describe('the watch for a person who is away', () => {
  let clock: FakeClock
  /** When the person did something last. */
  let seenAt: number
  let limit: number | undefined
  let looks: number
  let away: number
  let watch: IdleWatch

  beforeEach(() => {
    clock = new FakeClock()
    seenAt = clock.now()
    limit = 10 * minute
    looks = 0
    away = 0
    watch = new IdleWatch({
      idleSeconds: () => {
        looks += 1
        return Math.floor((clock.now() - seenAt) / 1_000)
      },
      limitMs: () => limit,
      away: () => (away += 1),
      now: clock.now,
      timer: clock.timer,
    })
  })

  const isThere = () => {
    seenAt = clock.now()
  }

  it('tells after the limit, to the second, and looks no oftener than it must', async () => {
    watch.begin()
    await clock.advance(10 * minute - 1)
    expect(looks).toBe(0)
    await clock.advance(1)
    expect({ away, looks, timers: clock.timers }).toEqual({ away: 1, looks: 1, timers: 0 })
  })

  it('waits from the last thing that the person did', async () => {
    watch.begin()
    await clock.advance(7 * minute + 400)
    isThere()
    await clock.advance(10 * minute - 1_000)
    expect(away).toBe(0)
    await clock.advance(2_000)
    expect(away).toBe(1)
    expect(looks).toBe(2)
  })

  it('has one timer, and looks about once per limit, while the person works', async () => {
    watch.begin()
    for (let at = 0; at < 8 * 60; at += 1) {
      await clock.advance(minute)
      isThere()
      expect(clock.timers).toBe(1)
    }
    expect(away).toBe(0)
    expect(looks).toBeLessThanOrEqual((8 * 60) / 9 + 1)
  })

  it('has no timer where there is nothing to watch for, and begins when there is', async () => {
    limit = undefined
    watch.begin()
    expect(clock.timers).toBe(0)
    await clock.advance(60 * minute)
    limit = 5 * minute
    isThere()
    watch.begin()
    expect(clock.timers).toBe(1)
    await clock.advance(5 * minute)
    expect(away).toBe(1)
  })

  it('takes another limit at once, and one that is taken away', async () => {
    watch.begin()
    limit = 2 * minute
    watch.begin()
    expect(clock.timers).toBe(1)
    await clock.advance(minute)
    limit = undefined
    watch.begin()
    await clock.advance(60 * minute)
    expect({ away, timers: clock.timers }).toEqual({ away: 0, timers: 0 })
  })

  it('counts a sleep that was told, though the person is back before it looks', () => {
    watch.begin()
    watch.sleeps()
    clock.sleep(10 * minute)
    isThere()
    watch.wakes()
    expect(away).toBe(1)
  })

  it('adds a sleep to the time that the person had been away before it', async () => {
    watch.begin()
    await clock.advance(6 * minute)
    watch.sleeps()
    clock.sleep(4 * minute)
    isThere()
    watch.wakes()
    expect(away).toBe(1)
  })

  it('forgives a nap', async () => {
    watch.begin()
    watch.sleeps()
    clock.sleep(9 * minute)
    isThere()
    watch.wakes()
    expect({ away, timers: clock.timers }).toEqual({ away: 0, timers: 1 })
    await clock.advance(10 * minute)
    expect(away).toBe(1)
  })

  it('sees a sleep that nobody told by the clock that jumped', async () => {
    watch.begin()
    await clock.advance(4 * minute)
    clock.sleep(8 * 60 * minute)
    for (let at = 0; at < 6; at += 1) {
      isThere()
      await clock.advance(minute)
    }
    expect(away).toBe(1)
  })

  it('is not misled by a clock that is set back', async () => {
    watch.begin()
    clock.sleep(-60 * minute)
    isThere()
    await clock.advance(5 * minute)
    watch.wakes()
    expect(away).toBe(0)
    await clock.advance(5 * minute)
    expect(away).toBe(1)
  })

  it('stops', async () => {
    watch.begin()
    watch.stop()
    await clock.advance(60 * minute)
    expect({ away, looks }).toEqual({ away: 0, looks: 0 })
  })
})
