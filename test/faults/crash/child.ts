/**
 * The program that is killed: opened without a window, with the real adapters, files and keychain
 * process, against the sandbox of the process that started it. It does one deed and closes.
 */
import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import { createHttpClient } from '../../../src/main/adapters/http'
import { KeychainClient } from '../../../src/main/keychain/client'
import { openProgram } from '../../../src/main/program'
import { deeds } from './deeds'
import type { FromChild, Job, Question, ToChild } from './job'
import { Watch } from './watch'
import { asKeychainChild, keychainChild, programOptions } from './parts'
import { stageOf } from './person'

function say(message: FromChild): void {
  process.send?.(message)
}

function hearOne(): Promise<ToChild> {
  // Both ends are built from job.ts and started together.
  return new Promise((heard) => process.once('message', (message) => heard(message as ToChild)))
}

async function ask(what: Question): Promise<string> {
  const answer = hearOne()
  say({ kind: 'ask', what })
  const told = await answer
  return told.kind === 'told' ? told.text : ''
}

async function hold(): Promise<void> {
  const ready = hearOne()
  say({ kind: 'hold' })
  await ready
}

async function run(job: Job): Promise<Watch['trace']> {
  const deed = deeds.find(({ id }) => id === job.deed)
  if (!deed) throw new Error(`There is no deed ${job.deed}.`)
  const watch = new Watch(job.kill, hold)
  const keychain = new KeychainClient({
    service: job.keychainService,
    spawn: () => {
      const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...job.env }
      const child = fork(resolve(keychainChild), {
        env,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      if (child.pid !== undefined) say({ kind: 'keychain', pid: child.pid })
      return asKeychainChild(child)
    },
  })
  const program = await openProgram({
    ...programOptions(job),
    http: watch.http(createHttpClient({ userAgent: 'Latchkey/test' })),
    keychain: watch.keychain(keychain),
    fileSteps: watch.files,
  })
  await keychain.retry({ unattended: true })
  await program.idle()
  await deed.act(stageOf(program, job, deed, ask, () => watch.nextRequest()))
  await program.idle()
  await program.close()
  return watch.trace
}

const first = await hearOne()
if (first.kind === 'job') {
  try {
    say({ kind: 'done', trace: await run(first.job) })
  } catch (error) {
    say({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
  }
}
process.disconnect()
