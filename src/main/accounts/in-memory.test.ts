/** Secrets in memory, over those that lie in a keychain which cannot be reached. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FakeKeychain } from '../../../test/fakes/keychain'
import { madeUpServer, must, rig, type Rig } from '../../../test/fakes/program'
import type { AccountView } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { Session } from '../adapters/adapter'

const caller = { windowId: 1, paste: () => undefined }
const outOfReach = fail('keychain-out-of-reach')

function only({ program }: Rig): AccountView {
  const [account, ...more] = program.views.accounts()
  if (!account || more.length > 0) throw new Error('Expected one account')
  return account
}

function goToMemory({ program }: Rig): void {
  must(program.handlers['keychain.useMemory']({}, caller) as Result<unknown>)
}

/** Logs in with a password, and has it remembered or not. */
async function enter(it: Rig, password: string, remember: boolean, known?: AccountView) {
  const { runner } = it.program
  const begun = must(await runner.begin('login', madeUpServer, known?.id))
  const email = known ? {} : { email: 'a@b.c' }
  const done = must(await runner.submit(begun.id, 'password', { ...email, password }, remember))
  await it.program.idle()
  return done
}

async function withPasswords(keychain = new FakeKeychain()): Promise<Rig> {
  const it = await rig({ keychain })
  it.script.logIn = ({ password }): Promise<Session> =>
    Promise.resolve({ access: `token-of-${password}`, accessExpiresAt: ends[password] })
  return it
}

const ends: Record<string, number> = { first: 4_000_000_000_000, second: 5_000_000_000_000 }

/** An account whose token and password lie in the keychain, and then a start without one. */
async function overKeychain(): Promise<Rig> {
  const it = await withPasswords()
  await enter(it, 'first', true)
  goToMemory(it)
  return it
}

const inKeychain = ({ keychain }: Rig): string => [...keychain.secrets.values()].join()

describe('what lies in a keychain that cannot be reached', () => {
  it('is neither said to be gone nor deleted, whatever memory was given', async () => {
    const it = await overKeychain()
    const { program } = it
    const { id } = only(it)
    const { notices } = (await enter(it, 'second', false, only(it))).phase as { notices: object[] }
    expect(notices).toMatchObject([{ tone: 'warning' }])
    expect(must(await program.sessions.token(id))).toBe('token-of-second')
    program.runner.leave(must(await program.runner.begin('login', madeUpServer, id)).id)
    const { handlers, sessions, removals } = program
    expect(await handlers['accounts.forgetPassword']({ account: id }, caller)).toEqual(outOfReach)
    expect(await sessions.logOut(id)).toEqual(outOfReach)
    must(removals.begin(id))
    expect(await removals.finish(id, true)).toEqual(outOfReach)
    expect(only(it)).toMatchObject({ hasSecret: true, passwordRemembered: true })
    expect(must(await program.sessions.token(id))).toBe('token-of-second')
    expect(it.keychain.secrets.size).toBe(2)
  })

  it('keeps the session at the service alive too, since the token in memory stays', async () => {
    const it = await overKeychain()
    await enter(it, 'second', false, only(it))
    const ended: string[] = []
    it.script.logOut = ({ access }) => {
      ended.push(access)
      return Promise.resolve(ok(undefined))
    }
    const { sessions } = it.program
    const { id } = only(it)
    expect(await sessions.logOut(id)).toEqual(outOfReach)
    expect(await sessions.remove(id, false)).toEqual(outOfReach)
    expect(await sessions.remove(id, true)).toEqual(outOfReach)
    expect(ended).toEqual([])
  })

  it('leaves memory its password where it is a session alone', async () => {
    const it = await withPasswords()
    await enter(it, 'first', false)
    goToMemory(it)
    await enter(it, 'second', true, only(it))
    const { id } = only(it)
    expect(await it.program.sessions.remove(id, true)).toEqual(outOfReach)
    const { phase } = must(await it.program.runner.begin('login', madeUpServer, id))
    expect(phase.kind).toBe('done')
  })

  it('leaves the account its token where it is a password alone', async () => {
    const it = await overKeychain()
    const again = await it.restart()
    must(await again.program.sessions.logOut(only(again).id))
    goToMemory(again)
    await enter(again, 'second', true, only(again))
    expect(await again.program.sessions.remove(only(again).id, true)).toEqual(outOfReach)
    expect(must(await again.program.sessions.token(only(again).id))).toBe('token-of-second')
    must(await again.program.sessions.logOut(only(again).id))
    expect(only(again)).toMatchObject({ hasSecret: false, passwordRemembered: true })
    expect(inKeychain(again)).toBe('first')
  })

  it('is the account’s again at the next start, and goes with it', async () => {
    const it = await overKeychain()
    const before = only(it)
    expect(before.inMemory).toBeUndefined()
    await enter(it, 'second', true, before)
    expect(only(it)).toMatchObject({ inMemory: true, tokenExpiresAt: ends['second'] })
    it.script.check = ({ access }) =>
      Promise.resolve(access === 'token-of-second' ? fail('token-rejected') : ok({ facts: [] }))
    expect(await it.program.sessions.check(before.id)).toEqual(fail('token-rejected'))
    expect(only(it).state).toBe('needs-login')
    const again = await (await it.restart()).restart()
    expect(only(again)).toMatchObject({ hasSecret: true, tokenExpiresAt: ends['first'] })
    expect(only(again).inMemory).toBeUndefined()
    expect(only(again).state).toBe('ready')
    const { checkedAt, verifiedAt } = again.program.views.details(before.id) ?? {}
    expect([checkedAt, verifiedAt]).toEqual([undefined, undefined])
    expect(must(await again.program.sessions.token(before.id))).toBe('token-of-first')
    must(await again.program.sessions.remove(before.id, false))
    expect(again.keychain.secrets.size).toBe(0)
  })

  it('is sealed with everything else', async () => {
    const it = await overKeychain()
    await enter(it, 'second', true, only(it))
    await it.program.sessions.logOut(only(it).id)
    const again = await it.restart()
    must(await again.program.lock.turnOn('eight grey otters'))
    await again.program.idle()
    expect(inKeychain(again)).toMatch(/^latchkey-sealed:[^,]*,latchkey-sealed:[^,]*$/)
  })

  it('is looked at first where a log-in or a log-out was cut short before', async () => {
    const it = await withPasswords(new HastyKeychain())
    await enter(it, 'first', false)
    expect(await it.program.sessions.logOut(only(it).id)).toEqual(fail('keychain-timeout'))
    goToMemory(it)
    await enter(it, 'second', false, only(it))
    expect(await it.program.sessions.logOut(only(it).id)).toEqual(outOfReach)
    expect(inKeychain(it)).toContain('token-of-first')
    const again = await it.restart()
    await again.program.idle()
    expect(only(again).hasSecret).toBe(false)
    expect(inKeychain(again)).toBe('')
  })
})

describe('an account that has its secrets in memory alone', () => {
  it('loses them at once when the person wants that', async () => {
    const it = await withPasswords()
    goToMemory(it)
    await enter(it, 'first', true)
    const { id } = only(it)
    const { handlers, sessions } = it.program
    expect(await handlers['accounts.forgetPassword']({ account: id }, caller)).toEqual(ok(null))
    must(await sessions.logOut(id))
    expect(only(it)).toMatchObject({ hasSecret: false, passwordRemembered: false })
    must(await sessions.remove(id, false))
    expect(it.program.views.accounts()).toEqual([])
  })

  it('says after a restart that it has none, and can be removed without a keychain', async () => {
    const it = await withPasswords()
    goToMemory(it)
    await enter(it, 'first', true)
    const again = await it.restart()
    expect(only(again)).toMatchObject({ state: 'needs-login', passwordRemembered: false })
    goToMemory(again)
    must(await again.program.sessions.remove(only(again).id, false))
    expect(again.program.views.accounts()).toEqual([])
  })
})

it('tells of a token and of a password where each of them is', async () => {
  const it = await overKeychain()
  const { id } = only(it)
  const places = () => [only(it).inMemory, it.program.views.details(id)?.passwordInMemory]
  expect(places()).toEqual([undefined, undefined])
  await enter(it, 'second', false, only(it))
  expect(places()).toEqual([true, undefined])
  await enter(it, 'third', true, only(it))
  expect(places()).toEqual([true, true])
})

it('a start with a keychain forgets that there was none', async () => {
  const it = await overKeychain()
  await enter(it, 'second', false, only(it))
  const again = await it.restart()
  await enter(again, 'first', true, only(again))
  expect(await readFile(join(it.folder, 'book.json'), 'utf8')).not.toContain('beneath')
  expect(only(await again.restart())).toMatchObject({ hasSecret: true, passwordRemembered: true })
})

/** Does not say in time whether it has deleted, the first time. */
class HastyKeychain extends FakeKeychain {
  private asked = 0

  override delete(...args: Parameters<FakeKeychain['delete']>): Promise<Result<void>> {
    this.asked += 1
    return this.asked === 1 ? Promise.resolve(fail('keychain-timeout')) : super.delete(...args)
  }
}
