import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '../../../src/shared/account'
import { must } from '../../fakes/program'
import { openAtSandbox, viewOf, type SandboxProgram } from './sandbox-program'

const email = 'mira@example.org'
let at: SandboxProgram
let account: AccountId
/** The token that Latchkey holds, and those of three other places. */
let own: string
let others: string[]

beforeEach(async () => {
  at = await openAtSandbox()
  const { ruuvi } = at.sandbox
  ruuvi.addUser(email)
  own = ruuvi.tokenFor(email)
  others = [1, 2, 3].map(() => ruuvi.tokenFor(email))
  account = await at.addByToken('ruuvi', { token: own })
})
afterEach(() => at.close())

const list = async () => must(await at.call('accounts.sessions', { account }))
const end = (session: string) => at.call('accounts.endSession', { account, session })

describe('sessions of an account at Ruuvi Cloud', () => {
  it('are listed with when they began and were last used, and which is this one', async () => {
    const sessions = await list()
    expect(sessions).toHaveLength(4)
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    for (const { startedAt, lastUsedAt } of sessions) {
      // In milliseconds: the service tells seconds.
      expect(Math.abs((startedAt ?? 0) - at.sandbox.clock.now())).toBeLessThan(60_000)
      expect(lastUsedAt).toBeGreaterThanOrEqual(startedAt ?? Infinity)
    }
  })

  it('are ended one by one, and the others stay', async () => {
    const [first] = (await list()).filter(({ current }) => !current)
    expect(await end(first?.id ?? '')).toEqual({ ok: true, value: null })
    expect(await list()).toHaveLength(3)
    expect(others.filter((token) => at.sandbox.ruuvi.isValid(token))).toHaveLength(2)
    expect(at.sandbox.ruuvi.isValid(own)).toBe(true)
  })

  it('count as ended when they are gone, without a request that ends anything', async () => {
    const sessions = await list()
    for (const token of others) at.sandbox.ruuvi.revoke(token)
    for (const { id, current } of sessions) if (!current) expect((await end(id)).ok).toBe(true)
    const ends = at.sandbox.requests.list('ruuvi').filter(({ method }) => method === 'DELETE')
    expect(ends).toEqual([])
  })

  it('do not end the one that Latchkey holds', async () => {
    const current = (await list()).find((one) => one.current)
    expect(await end(current?.id ?? '')).toMatchObject({ failure: { code: 'own-session' } })
    expect(at.sandbox.ruuvi.isValid(own)).toBe(true)
  })

  it('are left alone when the service does not say which is the current one', async () => {
    const [first] = (await list()).filter(({ current }) => !current)
    at.sandbox.ruuvi.faults.next('sessions', {
      kind: 'answer',
      status: 200,
      body: { result: 'success', data: { sessions: [{ id: Number(first?.id), current: false }] } },
    })
    expect(await end(first?.id ?? '')).toMatchObject({ failure: { code: 'unexpected-answer' } })
    expect(others.every((token) => at.sandbox.ruuvi.isValid(token))).toBe(true)
  })

  it('are listed without dates where the service tells none', async () => {
    at.sandbox.ruuvi.faults.next('sessions', {
      kind: 'answer',
      status: 200,
      body: {
        result: 'success',
        data: { sessions: [{ id: 7, current: true, createdAt: 'soon' }] },
      },
    })
    expect(await list()).toEqual([{ id: '7', current: true }])
  })

  it('tell that the token is rejected, and the account says so too', async () => {
    at.sandbox.ruuvi.revoke(own)
    expect(await at.call('accounts.sessions', { account })).toMatchObject({
      failure: { code: 'token-rejected' },
    })
    expect(viewOf(at, account)?.state).toBe('needs-login')
  })

  it('wait while the server wants to be left alone', async () => {
    at.sandbox.ruuvi.faults.next('sessions', {
      ...{ kind: 'answer', status: 429 },
      body: { result: 'error', error: 'Too many requests.', code: 'ER_THROTTLED' },
    })
    for (const attempt of ['asked', 'not asked']) {
      const answer = await at.call('accounts.sessions', { account })
      expect(answer, attempt).toMatchObject({ failure: { code: 'rate-limited' } })
    }
    const asked = at.sandbox.requests.list('ruuvi').filter(({ path }) => path === '/sessions')
    expect(asked).toHaveLength(1)
  })

  it('are not offered by a service that does not tell', async () => {
    at.sandbox.ipcola.addUser({ email, password: 'correct horse' })
    const elsewhere = await at.addByToken('ipcola', { token: at.sandbox.ipcola.tokenFor(email) })
    expect(await at.call('accounts.sessions', { account: elsewhere })).toMatchObject({
      failure: { code: 'unsupported' },
    })
    const offers = at.program.views
      .services()
      .map(({ adapter, abilities }) => [adapter, abilities.sessions])
    expect(Object.fromEntries(offers)).toEqual({ ipcola: false, ruuvi: true, cloudreve: false })
  })
})
