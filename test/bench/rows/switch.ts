/** Main's part of a switch, until the event is sent and the switch is kept. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crowdId } from '../../fakes/crowd'
import { openCrowd, type Crowd } from '../program'
import { inTurn, timed, type Bench } from '../row'
import { writeSynced } from '../write-synced'

const many = 10_000
const few = 100
const runs = 30

export const switching: Bench = {
  name: 'switch',
  budget: 1.3,
  what: `a switch among ${many} accounts; the baseline writes and syncs the same bytes`,
  async measure() {
    const crowd = await openCrowd(many)
    try {
      const next = switcher(crowd, many)
      await next()
      const bytes = await readFile(join(crowd.folder, 'activity.json'), 'utf8')
      const beside = join(crowd.folder, 'baseline.json')
      return await inTurn(runs, next, () => timed(() => writeSynced(beside, bytes)))
    } finally {
      await crowd.close()
    }
  },
}

export const switchGrowth: Bench = {
  name: 'growth-switch',
  budget: 1.3,
  what: `a switch among ${many} accounts; the baseline is one among ${few}`,
  async measure() {
    const [large, small] = [await openCrowd(many), await openCrowd(few)]
    try {
      const [ours, baseline] = [switcher(large, many), switcher(small, few)]
      await ours()
      await baseline()
      return await inTurn(runs, ours, baseline)
    } finally {
      await large.close()
      await small.close()
    }
  },
}

/** Gives a function that makes another account the active one each time, and how long that took. */
function switcher({ program }: Crowd, count: number): () => Promise<number> {
  let turn = 0
  return async () => {
    turn += 1
    const account = crowdId((turn * 37) % count)
    const sent = new Promise<void>((resolve) => {
      const stop = program.mirror.onChange(() => {
        stop()
        resolve()
      })
    })
    return timed(() => Promise.all([sent, program.quickLogin.activate(account)]))
  }
}
