import { expect, it } from 'vitest'
import { deeds } from '../../faults/crash/deeds'
import type { Point } from '../../faults/crash/job'
import { killEverywhere } from '../../faults/crash/matrix'

/** Set `LATCHKEY_SEED` to see the choice of an earlier run again. */
const seed = Number(process.env['LATCHKEY_SEED'] ?? Date.now() % 1_000_000)

/** Some of the points, others with another seed. */
function some(count: number): (points: readonly Point[]) => readonly Point[] {
  return (points) =>
    Array.from({ length: Math.min(count, points.length) }, (_, index) => {
      const at = (seed + Math.floor((index * points.length) / count)) % points.length
      return points[at]
    }).filter((point) => point !== undefined)
}

it.each(['ruuvi login again', 'cloudreve remove', 'ipcola log out'])(
  `loses nothing when it is killed during: %s (seed ${seed})`,
  async (id) => {
    const deed = deeds.find((one) => one.id === id)
    if (!deed) throw new Error(`There is no deed ${id}.`)
    const { broken, harm } = await killEverywhere(deed, { choose: some(3), width: 1 })
    expect({ broken, harm }).toEqual({
      broken: [],
      harm: { accountsLost: 0, secretsOrphaned: 0, registrationsRepeated: 0, leaks: 0 },
    })
  },
  60_000,
)
