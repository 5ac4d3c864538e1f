import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/failure'
import { WrongTries, waitAfter, type TriesContent } from './wrong-tries'

const start = Date.UTC(2026, 5, 1)

/** Tries on a disk of its own; `restart` gives those that the next start reads. */
function tries(clock: { now: number }, saved: TriesContent = { failed: 0, lastAt: 0 }) {
  const disk = { saved }
  const file = {
    save: (value: TriesContent) => {
      disk.saved = value
      return Promise.resolve(ok(undefined))
    },
  }
  return {
    tries: new WrongTries(file, saved, () => clock.now),
    restart: () => tries(clock, disk.saved),
  }
}

async function wrong(one: WrongTries, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await one.count(() => Promise.resolve(undefined))
}

describe('wrong passphrases', () => {
  it('cost nothing twice, then ever more, up to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 10, 12, 500].map(waitAfter)).toEqual([
      0, 0, 0, 2_000, 4_000, 8_000, 256_000, 900_000, 900_000,
    ])
  })

  it('are counted before the look, so that a kill in between and a restart change nothing', async () => {
    const clock = { now: start }
    const first = tries(clock)
    await wrong(first.tries, 2)
    const looked = new Promise<void>((resolve) => {
      void first.tries.count(() => {
        resolve()
        return new Promise(() => undefined)
      })
    })
    await looked
    const { tries: again } = first.restart()
    expect(again.failed).toBe(3)
    expect(again.retryAt()).toBe(start + 2_000)
    clock.now += 2_000
    expect(again.retryAt()).toBeUndefined()
  })

  it('are forgiven after the right one', async () => {
    const clock = { now: start }
    const one = tries(clock)
    await wrong(one.tries, 9)
    expect(await one.tries.count(() => Promise.resolve('right'))).toBe('right')
    expect(one.restart().tries.retryAt()).toBeUndefined()
    expect(one.restart().tries.failed).toBe(0)
  })

  it('are none where the passphrase could not be looked at, nor do those before count less', async () => {
    const clock = { now: start }
    const one = tries(clock)
    await wrong(one.tries, 3)
    clock.now += 5_000
    const looking = one.tries.count(() => Promise.reject(new Error('no memory')))
    await expect(looking).rejects.toThrow('no memory')
    expect(one.restart().tries.failed).toBe(3)
    expect(one.restart().tries.retryAt()).toBeUndefined()
  })

  it('make nobody wait longer than the wait when the clock was set back', async () => {
    const clock = { now: start }
    const one = tries(clock)
    await wrong(one.tries, 4)
    clock.now -= 86_400_000
    expect(one.tries.retryAt()).toBe(clock.now + 4_000)
    clock.now += 4_000
    expect(one.tries.retryAt()).toBeUndefined()
  })
})
