/** A secret of 900 bytes through client, process and checks, on a real keyring. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { KeychainClient } from '../../../src/main/keychain/client'
import type { KeychainChild } from '../../../src/main/keychain/supervisor'
import { crowdId } from '../../fakes/crowd'
import { startKeyring } from '../../integration/keychain/keyring'
import type { DirectRequest } from '../direct-keytar'
import { inTurn, timed, type Bench, type Measured } from '../row'

const runs = 100
const secret = 'x'.repeat(900)

export const secretGet: Bench = {
  name: 'secret-get',
  budget: 1.6,
  what: 'reading 900 bytes; the baseline is keytar called directly in one process',
  measure: () => measure('get'),
}

export const secretSet: Bench = {
  name: 'secret-set',
  budget: 1.3,
  what: 'writing 900 bytes; the baseline is keytar called directly in one process',
  measure: () => measure('set'),
}

async function measure(what: 'get' | 'set'): Promise<Measured> {
  const keyring = await startKeyring()
  const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...keyring.env }
  const keychain = new KeychainClient({
    spawn: () => keychainChild(env),
    service: 'latchkey-bench',
  })
  const direct = fork(join(import.meta.dirname, 'bench-direct-keytar.mjs'), { env })
  const ref = { account: crowdId(0), kind: 'session' } as const
  const ours = {
    get: () => keychain.get(ref),
    set: () => keychain.set(ref, secret),
  }
  const ask = async (request: DirectRequest): Promise<number> => {
    direct.send(request)
    const [ms] = (await once(direct, 'message')) as [number]
    return ms
  }
  try {
    await ours.set()
    await ask({ what: 'set', secret })
    return await inTurn(
      runs,
      () => timed(ours[what]),
      () => ask({ what, secret }),
    )
  } finally {
    direct.kill()
    await keychain.close()
    await keyring.close()
  }
}

function keychainChild(env: NodeJS.ProcessEnv): KeychainChild {
  const child = fork(join(import.meta.dirname, 'bench-keychain-child.mjs'), { env })
  return {
    pid: child.pid,
    postMessage: (message) => {
      child.send(message)
    },
    on: (event: 'message' | 'exit', listener: (message: unknown) => void) =>
      child.on(event, listener),
    kill: () => child.kill(),
  }
}
