/**
 * Servers that answer late and out of order, over real HTTP: what an account shows is what was found
 * last about itself, and what the person did meanwhile stands.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AccountId } from '../../../src/shared/account'
import { must, settled } from '../../fakes/program'
import type { LoggedRequest } from '../../sandbox/kit/request-log'
import { openAtSandbox, viewOf, type SandboxProgram } from './sandbox-program'

const email = 'mira@example.org'
let at: SandboxProgram

beforeEach(async () => {
  at = await openAtSandbox()
})
afterEach(() => at.close())

async function addRuuvi(address: string): Promise<{ id: AccountId; token: string }> {
  const { ruuvi } = at.sandbox
  ruuvi.addUser(address)
  const token = ruuvi.tokenFor(address)
  const id = await at.addByToken('ruuvi', { token })
  await at.program.idle()
  return { id, token }
}

/** Waits until a request has come whose token is this one. */
async function asked(path: string, token?: string): Promise<LoggedRequest> {
  return at.sandbox.requests.waitFor(
    (one) =>
      one.path === path && (token === undefined || one.headers.authorization === `Bearer ${token}`),
  )
}

/** Begins a login and gives what submits the code that came by mail. */
async function codeSent(id: AccountId) {
  const { program, sandbox } = at
  const server = program.views.servers().find(({ adapter }) => adapter === 'ruuvi')
  if (!server) throw new Error('no server of Ruuvi')
  const begun = must(await program.runner.begin('login', server.id, id))
  must(await program.runner.submit(begun.id, 'email', { email }))
  const { code = '' } = await sandbox.mailbox.waitFor(email)
  return () => program.runner.submit(begun.id, 'code', { code })
}

it('a rejection that comes after a new login leaves the new token alone', async () => {
  const { id, token } = await addRuuvi(email)
  const other = await addRuuvi('other@example.org')
  const { ruuvi, requests } = at.sandbox
  ruuvi.revoke(token)
  const submitCode = await codeSent(id)
  requests.clear()
  const late = settled<undefined>()
  ruuvi.faults.next('user', { kind: 'delay', until: late.promise })
  const checked = at.program.sessions.check(id)
  await asked('/user', token)

  const submitted = submitCode()
  const verified = await requests.waitFor(
    ({ path, state }) => path === '/verify' && state === 'answered',
  )
  expect(verified.status).toBe(200)
  // The book writes in turn: a login that waited for nobody would be in it by now.
  for (const label of ['a', 'b', 'c', 'd', 'e', 'f']) {
    must(await at.call('accounts.describe', { account: other.id, label }))
  }
  late.settle(undefined)
  expect((await checked).ok).toBe(false)
  must(await submitted)
  await at.program.idle()
  expect(viewOf(at, id)).toMatchObject({ state: 'ready', hasSecret: true })
  const kept = must(await at.program.sessions.token(id))
  expect(kept).not.toBe(token)
  expect(ruuvi.isValid(kept)).toBe(true)
})

it('an account that is removed while its answer is on the way stays away', async () => {
  const { id, token } = await addRuuvi(email)
  const late = settled<undefined>()
  at.sandbox.requests.clear()
  at.sandbox.ruuvi.faults.next('user', { kind: 'delay', until: late.promise })
  const checked = at.program.sessions.check(id)
  await asked('/user', token)
  const removed = at.program.sessions.remove(id, true)
  late.settle(undefined)
  await checked
  must(await removed)
  await at.program.idle()
  expect(viewOf(at, id)).toBeUndefined()
  expect(at.sandbox.ruuvi.isValid(token)).toBe(false)
})

it('a switch waits for no server, and late answers do not undo it', async () => {
  const [one, two] = [await addRuuvi('one@example.org'), await addRuuvi('two@example.org')]
  const late = settled<undefined>()
  at.sandbox.requests.clear()
  at.sandbox.ruuvi.faults.always('user', { kind: 'delay', until: late.promise })
  const first = at.program.sessions.check(one.id)
  const second = at.program.sessions.check(two.id)
  await asked('/user', one.token)
  must(await at.program.quickLogin.activate(one.id))
  must(await at.program.quickLogin.activate(two.id))
  expect(viewOf(at, two.id)?.active).toBe(true)
  late.settle(undefined)
  await Promise.all([first, second])
  await at.program.idle()
  expect(viewOf(at, one.id)?.active).toBe(false)
  expect(viewOf(at, two.id)?.active).toBe(true)
})

/** The orders in which four answers may come: as asked, turned round, and crossed. */
const orders = [
  [0, 1, 2, 3],
  [3, 2, 1, 0],
  [1, 3, 0, 2],
  [2, 0, 3, 1],
]

it.each(orders)(
  'answers that come in the order %i %i %i %i go to their own accounts',
  async (...order) => {
    const { ipcola, ruuvi } = at.sandbox
    const good = await addRuuvi('good@example.org')
    const bad = await addRuuvi('bad@example.org')
    const add = async (address: string): Promise<{ id: AccountId; token: string }> => {
      ipcola.addUser({ email: address, password: 'correct horse battery' })
      const token = ipcola.tokenFor(address)
      return { id: await at.addByToken('ipcola', { token }), token }
    }
    const fine = await add('fine@example.org')
    const barred = await add('barred@example.org')
    await at.program.idle()
    ruuvi.revoke(bad.token)
    ipcola.forbid('barred@example.org')

    const accounts = [good, bad, fine, barred]
    const answers = accounts.map(() => settled<undefined>())
    const checks: Promise<unknown>[] = []
    for (const [index, { id, token }] of accounts.entries()) {
      const until = answers[index]?.promise ?? Promise.resolve()
      at.sandbox.requests.clear()
      if (index < 2) ruuvi.faults.next('user', { kind: 'delay', until })
      else ipcola.faults.next('userInfo', { kind: 'delay', until })
      checks.push(at.program.sessions.check(id))
      await at.sandbox.requests.waitFor(
        ({ headers }) => headers.authorization?.includes(token) === true,
      )
    }
    for (const index of order) {
      answers[index]?.settle(undefined)
      await checks[index]
    }
    const states = accounts.map(({ id }) => viewOf(at, id)?.state)
    expect(states).toEqual(['ready', 'needs-login', 'ready', 'blocked'])
    // Facts hold the address where the service tells it.
    for (const { id } of [good, fine]) {
      const told = JSON.stringify(at.program.views.details(id)?.facts)
      const others = accounts.filter((one) => one.id !== id).map((one) => viewOf(at, one.id)?.email)
      for (const other of others) expect(told).not.toContain(other)
    }
  },
)
