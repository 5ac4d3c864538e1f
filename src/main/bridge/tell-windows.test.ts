import { beforeEach, describe, expect, it } from 'vitest'
import { logIn, must, rig, settled, theId, type Rig } from '../../../test/fakes/program'
import type { EventName } from '../../shared/contract'
import { ok, type Result } from '../../shared/failure'
import type { Session } from '../adapters/adapter'
import { tellWindows } from './tell-windows'

const passphrase = 'hovgarden at dusk'

describe('what every window is told', () => {
  let latchkey: Rig
  let told: [EventName, unknown][]
  let answer: (session: Result<Session>) => void

  /** A new token is under way for an account that has run out, and is somebody else's. */
  beforeEach(async () => {
    latchkey = await rig()
    const { program, script } = latchkey
    must(await program.lock.turnOn(passphrase))
    const asked = settled<undefined>()
    const fresh = settled<Result<Session>>()
    answer = fresh.settle
    script.verify = () =>
      Promise.resolve({ access: 'old', refresh: 'r', accessExpiresAt: Date.now() - 1 })
    script.refresh = () => {
      asked.settle(undefined)
      return fresh.promise
    }
    script.check = () => Promise.resolve(ok({ email: 'somebody@else.example', facts: [] }))
    await logIn(latchkey, 'home@made-up.example')
    await asked.promise
    told = []
    tellWindows(program, { broadcast: (name, payload) => told.push([name, payload]) })
  })

  async function refreshed(meanwhile: () => void): Promise<void> {
    const { program } = latchkey
    const over = settled<undefined>()
    program.quickLogin.onRefreshed(() => over.settle(undefined))
    must(await program.quickLogin.run(theId(program.views.accounts()[0])))
    meanwhile()
    answer(ok({ access: 'new', accessExpiresAt: Date.now() + 3_600_000 }))
    await over.promise
    await program.idle()
  }

  it('is how a refresh has ended', async () => {
    await refreshed(() => undefined)
    expect(told).toContainEqual([
      'accounts.refreshed',
      {
        account: theId(latchkey.program.views.accounts()[0]),
        failure: { code: 'email-mismatch', detail: 'somebody@else.example' },
      },
    ])
  })

  it('is nothing of any account while Latchkey is locked', async () => {
    await refreshed(() => {
      told = []
      latchkey.program.lock.lock()
    })
    expect(told.map(([name]) => name)).not.toContain('accounts.refreshed')
    expect(told).toContainEqual([
      'state.changed',
      expect.objectContaining({ lock: expect.anything() as unknown }),
    ])
    expect(JSON.stringify(told)).not.toContain('.example')
    expect(JSON.stringify(told)).not.toContain(latchkey.program.views.accounts()[0]?.id)
  })
})
