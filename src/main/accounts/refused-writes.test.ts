/** What stays as it was when the keychain surely wrote nothing. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FakeKeychain } from '../../../test/fakes/keychain'
import { logIn, must, rig, theId } from '../../../test/fakes/program'
import { accountId, adapterId, serverId } from '../../shared/account'
import { ok } from '../../shared/failure'
import { Arrivals } from './arrivals'
import { Book, bookFormat, type AccountEntry } from './book'
import { DurableFile } from './durable-file'
import { History, historyFormat } from './history'
import { Lanes } from './lanes'
import { Passwords } from './passwords'
import { Registry } from './registry'
import { digestOfPassword } from './secret-seen'
import { activityFormat, outcomesFormat, Usage } from './usage'
import { Vault } from './vault'

const id = accountId.parse('1b671a64-40d5-491e-99b0-da01ff1f3341')
const now = (): number => 1
const session = { access: 'new' }

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-refused-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('a change by a program that does not know of a new account is refused, and the account stays', async () => {
  const one = await rig({ folder })
  await logIn(one, 'kim@example.com')
  const other = await rig({ folder })
  await logIn(other, 'new@example.com')
  const account = theId(one.program.views.accounts()[0])
  const describe = { account, label: 'From memory' }
  const caller = { windowId: 1, paste: () => undefined }
  const refused = await one.program.handlers['accounts.describe'](describe, caller)
  expect(refused).toEqual({ ok: false, failure: { code: 'file-changed' } })
  expect(one.program.views.account(account)?.label).toBe('kim@example.com')
  await other.program.close()
  const again = await one.restart()
  const emails = again.program.views.accounts().map(({ email }) => email)
  expect(emails.sort()).toEqual(['kim@example.com', 'new@example.com'])
  must(await again.program.handlers['accounts.describe'](describe, caller))
  await again.program.close()
})

it('a program that is behind still switches, and asks no service for what the book could not tell of', async () => {
  const one = await rig({ folder })
  await logIn(one, 'kim@example.com')
  await logIn(one, 'mia@example.com')
  const other = await rig({ folder })
  await logIn(other, 'new@example.com')
  const [kim, , added] = other.program.views.accounts().map(theId)
  if (!kim || !added) throw new Error('There are too few accounts')
  must(await other.program.quickLogin.activate(added))
  must(await one.program.quickLogin.activate(kim))
  expect(one.program.views.account(kim)?.active).toBe(true)

  const asked: string[] = []
  one.script.logOut = () => Promise.resolve(ok(void asked.push('log out')))
  one.script.refresh = (old) => {
    asked.push('refresh')
    return Promise.resolve(ok(old))
  }
  const changed = { ok: false, failure: { code: 'file-changed' } }
  expect(await one.program.sessions.logOut(kim)).toEqual(changed)
  expect(await one.program.sessions.remove(kim, false)).toEqual(changed)
  expect(await one.program.sessions.refresh(kim)).toEqual(changed)
  expect(asked).toEqual([])
  await Promise.all([one.program.close(), other.program.close()])
})

async function parts(given: Partial<AccountEntry>) {
  const path = (name: string): string => join(folder, name)
  const file = new DurableFile(path('book.json'), bookFormat)
  const book = new Book(file, await file.load())
  const keychain = new FakeKeychain()
  const vault = new Vault(keychain)
  const lanes = new Lanes()
  const usage = new Usage(
    new DurableFile(path('activity.json'), activityFormat),
    new DurableFile(path('outcomes.json'), outcomesFormat),
    activityFormat.empty,
    outcomesFormat.empty,
    new History(new DurableFile(path('history.json'), historyFormat), historyFormat.empty),
  )
  const entry: AccountEntry = {
    ...{
      id,
      adapter: adapterId.parse('made-up'),
      server: serverId.parse('made-up+https://one.example'),
    },
    ...{ email: 'a@b.c', label: 'a@b.c', position: 0, createdAt: 1, tags: [], hidden: false },
    ...{ hasSecret: true, passwordRemembered: false, refreshable: false },
    ...given,
  }
  must(await book.update((content) => ({ ...content, accounts: [entry] })))
  const passwords = new Passwords(book, vault, lanes)
  const arrivals = new Arrivals({ book, vault, passwords, usage, lanes, now })
  const registry = new Registry(book, usage, vault, now)
  return { book, keychain, passwords, arrivals, registry }
}

describe('a remembered password', () => {
  it('can be used as before when another one cannot be imported', async () => {
    const { keychain, passwords, arrivals } = await parts({ passwordRemembered: true })
    keychain.secrets.set(`${id}/password`, 'mine')
    keychain.refusing = 'password'
    const coming = [{ account: id, password: { value: 'other', over: digestOfPassword('mine') } }]
    const { stopped } = await arrivals.keep(coming, new AbortController().signal, () => undefined)
    expect(stopped).toEqual({ code: 'keychain-denied' })
    expect(passwords.isUsable(id)).toBe(true)
    expect(await passwords.read(id)).toEqual({ ok: true, value: 'mine' })
  })

  it('is not used by itself when the one that a login has shown to be right cannot be kept', async () => {
    const { keychain, passwords } = await parts({ passwordRemembered: true })
    keychain.refusing = 'password'
    expect(await passwords.keep(id, 'other')).toMatchObject({ ok: false })
    expect(passwords.isUsable(id)).toBe(false)
  })
})

describe('a removal', () => {
  it('leaves the password as well where a copy of the token stays', async () => {
    const { book, keychain, passwords, registry } = await parts({ passwordRemembered: true })
    keychain.secrets.set(`${id}/session`, '{"v":1,"access":"mine"}')
    keychain.secrets.set(`${id}/password`, 'mine')
    keychain.copyLocked = 'session'
    const failed = { ok: false, failure: { code: 'keychain-copy-locked' } }
    expect(await registry.remove(id)).toMatchObject(failed)
    expect(book.account(id)).toMatchObject({ hasSecret: true, passwordRemembered: true })
    expect(await passwords.read(id)).toEqual({ ok: true, value: 'mine' })
  })

  it.each(['removing', 'dropping'])(
    'that a crash has cut short (%s) gives the account back where a copy would stay',
    async (mark) => {
      const it = await rig()
      await logIn(it, 'a@b.c')
      await it.program.close()
      const path = join(it.folder, 'book.json')
      const content = await readFile(path, 'utf8')
      await writeFile(path, content.replace('"hasSecret":true', `"hasSecret":true,"${mark}":true`))
      it.keychain.copyLocked = 'session'
      const again = await rig({ folder: it.folder, keychain: it.keychain })
      await again.program.idle()
      const [account] = again.program.views.accounts()
      expect(account).toMatchObject({ email: 'a@b.c', state: 'ready' })
      expect(await readFile(path, 'utf8')).not.toContain(mark)
      await logIn(again, 'a@b.c', 'wxyz')
      expect(must(await again.program.sessions.token(theId(account)))).toBe('token-for-wxyz')
      await again.program.close()
    },
  )
})

describe('a log-out that was cut short', () => {
  it.each(['login', 'refresh', 'import'] as const)(
    'is still to be ended when the session of a later %s cannot be kept',
    async (after) => {
      const { book, keychain, registry } = await parts({ dropping: true })
      keychain.refusing = 'session'
      expect(await registry.store(id, session, after, 'mark')).toMatchObject({ ok: false })
      expect(book.account(id)?.dropping).toBe(true)
    },
  )

  it('is still to be ended when a session cannot be imported', async () => {
    const { book, keychain, arrivals } = await parts({ dropping: true })
    keychain.refusing = 'session'
    const coming = [{ account: id, session: { value: session, over: 'nothing' } }]
    await arrivals.keep(coming, new AbortController().signal, () => undefined)
    expect(book.account(id)?.dropping).toBe(true)
  })

  it('is over once a later login has its session kept', async () => {
    const { book, registry } = await parts({ dropping: true })
    must(await registry.store(id, session, 'login', 'mark'))
    expect(book.account(id)?.dropping).toBeUndefined()
  })
})

describe('a session of which only the keychain knows whether it is there', () => {
  const unsure = { hasSecret: false, storing: 'login', storingMark: 'first' } as const

  it.each(['login', 'refresh', 'import'] as const)(
    'is still looked for when a later %s cannot be kept',
    async (after) => {
      const { book, keychain, registry } = await parts(unsure)
      keychain.refusing = 'session'
      expect(await registry.store(id, session, after, 'mark')).toMatchObject({ ok: false })
      expect(book.account(id)).toMatchObject(unsure)
    },
  )

  it('goes with its account when that is removed after a login that could not be kept', async () => {
    const { keychain, registry } = await parts(unsure)
    keychain.secrets.set(`${id}/session`, '{"v":1,"access":"arrived","mark":"first"}')
    keychain.refusing = 'session'
    await registry.store(id, session, 'login', 'mark')
    must(await registry.remove(id))
    expect(keychain.secrets.size).toBe(0)
  })

  it('is not overwritten by an import that was told of nothing there', async () => {
    const { keychain, arrivals } = await parts(unsure)
    keychain.secrets.set(`${id}/session`, '{"v":1,"access":"arrived","mark":"first"}')
    const coming = [{ account: id, session: { value: session, over: 'nothing' } }]
    await arrivals.keep(coming, new AbortController().signal, () => undefined)
    expect([...keychain.secrets.values()].join()).toContain('arrived')
  })
})
