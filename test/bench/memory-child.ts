/** Switches and flows of the program on 10,000 accounts, in a process that can collect its garbage. */
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { crowdId } from '../fakes/crowd'
import { caller, openCrowd, type Crowd } from './program'
import type { SlowServiceData } from './slow-service'

const accounts = 10_000

const data: SlowServiceData = { answerMs: 0 }
const service = new Worker(join(import.meta.dirname, 'bench-slow-service.mjs'), {
  workerData: data,
})
const [port] = (await once(service, 'message')) as [number]
const crowd = await openCrowd(accounts, `http://127.0.0.1:${port}`)

await work(crowd, 10, 10)
const before = heap()
await work(crowd, 1_000, 100)
const after = heap()
process.send?.({ before, after }, () => process.exit(0))

function heap(): number {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('Start it with --expose-gc.')
  gc()
  gc()
  return process.memoryUsage().heapUsed
}

async function work({ program }: Crowd, switches: number, flows: number): Promise<void> {
  for (let turn = 0; turn < switches; turn += 1) {
    const switched = await program.quickLogin.activate(crowdId((turn * 37) % accounts))
    if (!switched.ok) throw new Error(switched.failure.code)
  }
  for (let turn = 0; turn < flows; turn += 1) await addToken(crowd, turn)
}

/** The flow that asks the service once and ends with a secret: an existing token for an account. */
async function addToken({ program }: Crowd, turn: number): Promise<void> {
  const { handlers } = program
  const account = crowdId(turn)
  const server = program.views.account(account)?.server
  if (server === undefined) throw new Error('The account is not there.')
  const begun = await handlers['flow.begin']({ flow: 'token', server, account }, caller)
  if (!begun.ok) throw new Error(begun.failure.code)
  const { id, phase } = begun.value
  if (phase.kind !== 'step') throw new Error(`The flow begins as ${phase.kind}.`)
  const values = { token: `token-${turn}` }
  const end = await handlers['flow.submit']({ attempt: id, step: phase.view.step, values }, caller)
  if (!end.ok) throw new Error(end.failure.code)
  if (end.value.phase.kind !== 'done') throw new Error(JSON.stringify(end.value.failure))
}
