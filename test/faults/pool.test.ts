import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { held, noHarm, unended, type Fault } from './fault'
import { runInPool } from './pool'

/** A worker that tells its process's id, and dies of some faults. */
const made = `process.on('message', (name) => {
  if (name.startsWith('dies')) process.exit(7)
  const broken = name.startsWith('breaks') ? ['it broke'] : []
  const did = name.startsWith('hangs') ? '${unended}' : String(process.pid)
  process.send({ did, broken, harm: ${JSON.stringify(noHarm)} })
})
process.once('disconnect', () => process.exit(0))`

let folder: string
let worker: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-pool-'))
  worker = join(folder, 'worker.mjs')
  await writeFile(worker, made)
})

afterAll(() => rm(folder, { recursive: true }))

function fault(name: string): Fault {
  const run: Fault['run'] = () => Promise.reject(new Error('It runs in a worker.'))
  return { fault: name, group: 'book', run }
}

it('runs each fault once in two processes, and gives the outcomes in the order of the list', async () => {
  const faults = Array.from({ length: 12 }, (_, index) => fault(`fine-${index}`))
  const told: string[] = []
  const onFinished = (one: { fault: Fault }): void => void told.push(one.fault.fault)
  const finished = await runInPool(faults, { worker, size: 2, onFinished })
  expect(finished.map((one) => one.fault)).toEqual(faults)
  expect(told.toSorted()).toEqual(faults.map((one) => one.fault).toSorted())
  expect(new Set(finished.map(({ outcome }) => outcome.did)).size).toBe(2)
})

it('loses nothing but the fault that a process dies of, and takes a fresh one after a hang', async () => {
  const faults = ['fine', 'dies', 'breaks', 'hangs', 'fine-again'].map(fault)
  const finished = await runInPool(faults, { worker, size: 1, onFinished: () => undefined })
  expect(finished.map(({ outcome }) => held(outcome))).toEqual([true, false, false, true, true])
  const [first, died, broke, hung, last] = finished.map(({ outcome }) => outcome)
  expect(died?.broken).toEqual(['Its process ended by itself, with 7'])
  expect(broke?.broken).toEqual(['it broke'])
  expect(hung?.did).toBe(unended)
  expect(new Set([first?.did, broke?.did, last?.did]).size).toBe(3)
})
