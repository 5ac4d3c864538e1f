import { describe, expect, it } from 'vitest'
import { must } from '../../../test/fakes/program'
import { serverId } from '../../shared/account'
import { ok } from '../../shared/failure'
import { ruuvi } from './ruuvi'
import type { Surroundings, Walk } from './walk'

const day = 24 * 3_600_000
const start = 1_800_000_000_000

/** Ruuvi, which says that it has sent a code, and a clock that can be set. */
function scene() {
  let now = start
  let sent = 0
  const surroundings: Surroundings = {
    http: {
      send: () => {
        sent += 1
        return Promise.resolve(
          ok({ status: 200, json: { result: 'success', data: {} }, retryAt: undefined }),
        )
      },
    },
    server: {
      ...{ id: serverId.parse('ruuvi+https://network.example'), adapter: ruuvi.id, name: '' },
      ...{ baseUrl: 'https://network.example', kind: 'production', facts: [], settings: {} },
    },
    locale: 'en',
    now: () => now,
    signal: new AbortController().signal,
  }
  return { surroundings, set: (time: number) => (now = time), sent: () => sent }
}

function availableAt(walk: Walk, surroundings: Surroundings): number | undefined {
  return walk.view(surroundings).actions.find(({ kind }) => kind === 'resend')?.availableAt
}

describe('the wait before one more mail', () => {
  const kept = { step: 'code', email: 'a@b.c', sentAt: start, resendAt: start + 60_000 }

  it('is over once the clock has been set back, while the step is shown and after a restart', async () => {
    for (const resumed of [true, false]) {
      const { surroundings, set, sent } = scene()
      let walk = must(ruuvi.resume(kept, start))
      if (!resumed) {
        set(start + 60_000)
        const again = await walk.act('resend', surroundings)
        if (again.kind !== 'step') throw new Error(again.kind)
        walk = again.walk
      }
      const before = sent()
      set(start - 3 * day)
      expect(availableAt(walk, surroundings)).toBeUndefined()
      expect(await walk.act('resend', surroundings)).toMatchObject({ kind: 'step' })
      expect(sent()).toBe(before + 1)
    }
  })

  it('lasts as long as it was said to last while the clock goes on', async () => {
    const { surroundings, set, sent } = scene()
    const walk = must(ruuvi.resume(kept, start))
    set(start + 59_999)
    expect(availableAt(walk, surroundings)).toBe(start + 60_000)
    const failure = { code: 'rate-limited', retryAt: start + 60_000 }
    const refused = await walk.act('resend', surroundings)
    expect(refused).toMatchObject({ kind: 'failure', failure })
    if (refused.kind === 'failure') expect(refused.walk.kept).toEqual(kept)
    expect(sent()).toBe(0)
  })
})
