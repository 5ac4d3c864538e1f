/** All of 1,000 accounts at one server whose answers take 50 ms, two at a time, against the ideal time. */
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Program } from '../../../src/main/program'
import { openCrowd } from '../program'
import { timed, type Bench } from '../row'
import type { SlowServiceData } from '../slow-service'

const accounts = 1_000
const answerMs = 50
const atOnce = 2

export const checkAll: Bench = {
  name: 'check-all',
  budget: 1.1,
  what: `${accounts} accounts, ${atOnce} at a time, answers ${answerMs} ms after they were asked for, to the hundredth; the baseline is the ideal time`,
  async measure() {
    const data: SlowServiceData = { answerMs }
    const service = new Worker(join(import.meta.dirname, 'bench-slow-service.mjs'), {
      workerData: data,
    })
    const [port] = (await once(service, 'message')) as [number]
    const crowd = await openCrowd(accounts, `http://127.0.0.1:${port}`)
    try {
      const ours = await timed(() => whenAllAreChecked(crowd.program))
      return { ours: [ours], baseline: [(accounts / atOnce) * answerMs] }
    } finally {
      await crowd.close()
      await service.terminate()
    }
  },
}

async function whenAllAreChecked(program: Program): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    program.mirror.onChange(({ checkAll: run }) => {
      if (run?.kind !== 'ended') return
      if (run.found.ready === accounts) resolve()
      else reject(new Error(`Not all were found ready: ${JSON.stringify(run.found)}`))
    })
  })
  const caller = { windowId: 0, paste: () => undefined }
  const begun = await program.handlers['health.checkAll']({}, caller)
  if (!begun.ok) throw new Error(begun.failure.code)
  await ended
}
