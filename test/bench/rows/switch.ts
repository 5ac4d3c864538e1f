/**
 * Main's part of a switch: from the call of a window to the event that every window gets. That it is
 * written down comes after, and is told beside the row.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDispatcher } from '../../../src/main/bridge/dispatcher'
import { createLog } from '../../../src/main/log'
import { packChange } from '../../../src/shared/pack'
import { crowdId } from '../../fakes/crowd'
import { caller, openCrowd, type Crowd } from '../program'
import { inTurn, median, timed, type Bench } from '../row'
import { writeSynced } from '../write-synced'

const many = 10_000
const few = 100
const runs = 200

export const switching: Bench = {
  name: 'switch',
  budget: 1.3,
  what: `a switch among ${many} accounts, from the call to the event for the windows; the baseline writes and syncs the bytes that keep it`,
  async measure() {
    const crowd = await openCrowd(many)
    try {
      const { next, keptMs } = switcher(crowd, many)
      await next()
      const bytes = await readFile(join(crowd.folder, 'activity.json'), 'utf8')
      const beside = join(crowd.folder, 'baseline.json')
      keptMs.length = 0
      const measured = await inTurn(runs, next, () => timed(() => writeSynced(beside, bytes)))
      const ratio = median(keptMs) / median(measured.baseline)
      return {
        ...measured,
        note: `it is on the disk, and the call answered, after ${median(keptMs).toFixed(2)} ms: ${ratio.toFixed(2)} times the baseline`,
      }
    } finally {
      await crowd.close()
    }
  },
}

export const switchGrowth: Bench = {
  name: 'growth-switch',
  budget: 1.3,
  what: `a switch among ${many} accounts, from the call to the event for the windows; the baseline is one among ${few}`,
  async measure() {
    const [large, small] = [await openCrowd(many), await openCrowd(few)]
    try {
      const [ours, baseline] = [switcher(large, many).next, switcher(small, few).next]
      await ours()
      await baseline()
      return await inTurn(runs, ours, baseline)
    } finally {
      await large.close()
      await small.close()
    }
  },
}

export interface Switcher {
  /** Makes another account the active one; gives how long it took until the event could be sent. */
  readonly next: () => Promise<number>
  /** How long each took until it was kept. */
  readonly keptMs: number[]
}

/** Switches as a window asks for it; the next one begins when the last one is kept. */
export function switcher({ program }: Crowd, count: number): Switcher {
  const dispatch = createDispatcher({
    handlers: program.handlers,
    log: createLog(() => undefined),
    checkOutputs: false,
    locked: () => program.lock.isLocked,
  })
  const keptMs: number[] = []
  let turn = 0
  return {
    keptMs,
    next: async () => {
      turn += 1
      const account = crowdId((turn * 37) % count)
      let sentMs = Number.NaN
      const stop = program.mirror.onChange((change) => {
        const message = packChange(change)
        if (message.uses?.some(({ id, active }) => id === account && active)) {
          sentMs = performance.now() - began
        }
      })
      const began = performance.now()
      const answer = await dispatch('accounts.activate', { account }, caller)
      keptMs.push(performance.now() - began)
      stop()
      if (!answer.ok) throw new Error(answer.failure.code)
      return sentMs
    },
  }
}
