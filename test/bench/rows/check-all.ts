/** All of 1,000 accounts at one server whose answers take 50 ms, two at a time, against the ideal time. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { noOverrides } from '../../../src/main/accounts/servers'
import { createHttpClient } from '../../../src/main/adapters/http'
import { ipcola } from '../../../src/main/adapters/ipcola'
import { createLog } from '../../../src/main/log'
import { Observed } from '../../../src/main/observed'
import { openProgram, type Program } from '../../../src/main/program'
import { ok } from '../../../src/shared/failure'
import type { DesktopView } from '../../../src/shared/settings'
import { crowdId, writeCrowd } from '../../fakes/crowd'
import { FakeKeychain } from '../../fakes/keychain'
import type { Bench } from '../row'
import { timed } from '../row'
import type { SlowServiceData } from '../slow-service'

const accounts = 1_000
const answerMs = 50
const atOnce = 2

export const checkAll: Bench = {
  name: 'check-all',
  budget: 1.1,
  what: `${accounts} accounts, ${atOnce} at a time, answers after ${answerMs} ms; the baseline is the ideal time`,
  async measure() {
    const data: SlowServiceData = { answerMs }
    const service = new Worker(join(import.meta.dirname, 'bench-slow-service.mjs'), {
      workerData: data,
    })
    const [port] = (await once(service, 'message')) as [number]
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'))
    const baseUrl = `http://127.0.0.1:${port}`
    await writeCrowd(folder, accounts, [{ adapter: 'ipcola', baseUrl }])
    const program = await open(folder, baseUrl)
    try {
      const ours = await timed(() => whenAllAreChecked(program))
      return { ours: [ours], baseline: [(accounts / atOnce) * answerMs] }
    } finally {
      await program.close()
      await service.terminate()
      await rm(folder, { recursive: true, force: true })
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
  const begun = await program.handlers['health.checkAll'](
    {},
    { windowId: 0, paste: () => undefined },
  )
  if (!begun.ok) throw new Error(begun.failure.code)
  await ended
}

function open(folder: string, baseUrl: string): Promise<Program> {
  const keychain = new FakeKeychain()
  for (let index = 0; index < accounts; index += 1) {
    const secret = JSON.stringify({ v: 1, access: `token-${index}` })
    keychain.secrets.set(`${crowdId(index)}/session`, secret)
  }
  return openProgram({
    folder,
    adapters: [ipcola],
    overrides: { ...noOverrides, replace: { ipcola: baseUrl } },
    http: createHttpClient({ userAgent: 'Latchkey/bench' }),
    keychain,
    surroundings: { host: 'chromium', platform: 'linux', version: '0', locale: 'en' },
    now: Date.now,
    log: createLog(() => undefined),
    copySecret: () => Promise.resolve(0),
    windows: { open: () => undefined, close: () => undefined, hold: () => undefined },
    desktop: new Observed<DesktopView>({ tray: 'unknown', canStartAtLogin: false }),
    linkOpener: () => () => Promise.resolve(ok(undefined)),
  })
}
