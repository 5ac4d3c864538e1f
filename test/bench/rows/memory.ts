/** Whether the main process grows with what it does. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Bench } from '../row'

const runs = 3

export const memory: Bench = {
  name: 'memory',
  unit: 'bytes',
  budget: 1.05,
  what: 'heap of main after 1,000 switches and 100 flows, 10,000 accounts; the baseline is after 10 of each',
  async measure() {
    const heaps: { before: number; after: number }[] = []
    for (let run = 0; run < runs; run += 1) heaps.push(await heapsOfOneRun())
    return {
      ours: heaps.map(({ after }) => after),
      baseline: heaps.map(({ before }) => before),
    }
  },
}

async function heapsOfOneRun(): Promise<{ before: number; after: number }> {
  const child = fork(join(import.meta.dirname, 'bench-memory-child.mjs'), {
    execArgv: ['--expose-gc'],
  })
  const lost = once(child, 'exit').then(() => {
    throw new Error('The process ended before it was measured.')
  })
  const told = once(child, 'message') as Promise<[{ before: number; after: number }]>
  const [heaps] = await Promise.race([told, lost])
  return heaps
}
