import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FakeKeychain } from '../../../test/fakes/keychain'
import { logIn, must, rig, sendCode, settled, type Rig } from '../../../test/fakes/program'
import type { AccountView } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { Checked, Session } from '../adapters/adapter'

function only(it: Rig): AccountView {
  const [account, ...others] = it.program.views.accounts()
  if (!account || others.length > 0) throw new Error('Expected exactly one account')
  return account
}

async function editBook(it: Rig, change: (book: string) => string): Promise<void> {
  const path = join(it.folder, 'book.json')
  await writeFile(path, change(await readFile(path, 'utf8')))
}

describe('a check', () => {
  it('keeps the account and says needs login when the token is rejected', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    it.script.check = () => Promise.resolve(fail('token-rejected'))
    await it.program.sessions.check(only(it).id)
    expect(only(it)).toMatchObject({ state: 'needs-login', hasSecret: true })
  })

  it('never takes a network failure for a rejected token', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    it.script.check = () => Promise.resolve(fail('offline'))
    await it.program.sessions.check(only(it).id)
    expect(only(it)).toMatchObject({ state: 'unreachable', failure: { code: 'offline' } })
  })

  it('refreshes a token that has run out, once, and keeps the new one', async () => {
    const it = await rig()
    it.script.verify = () =>
      Promise.resolve({ access: 'old', refresh: 'again', accessExpiresAt: Date.now() - 1 })
    it.script.refresh = () => Promise.resolve(ok({ access: 'new', refresh: 'again' }))
    const seen: string[] = []
    it.script.check = ({ access }) => {
      seen.push(access)
      return Promise.resolve(ok({ facts: [] }))
    }
    await logIn(it, 'a@b.c')
    await it.program.sessions.check(only(it).id)
    expect(seen.every((access) => access === 'new')).toBe(true)
    expect([...it.keychain.secrets.values()].join()).toContain('"new"')
    expect(must(await it.program.sessions.token(only(it).id))).toBe('new')
  })

  it('does not let a late answer overtake a removal', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    const checking = settled<Result<Checked>>()
    it.script.check = () => checking.promise
    const { id } = only(it)
    const check = it.program.sessions.check(id)
    const removal = it.program.sessions.remove(id, true)
    checking.settle(ok({ facts: [] }))
    await Promise.all([check, removal])
    expect(it.program.views.accounts()).toHaveLength(0)
    expect(it.keychain.secrets.size).toBe(0)
  })
})

describe('a keychain that refuses', () => {
  it('does not stick to the account once it is open again', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    it.keychain.become({ kind: 'locked' })
    await it.program.sessions.check(only(it).id)
    expect(only(it).state).toBe('keychain-locked')
    it.keychain.become({ kind: 'ready' })
    expect(only(it).state).toBe('ready')
  })
})

describe('an account whose token the keychain never took', () => {
  async function held(): Promise<Rig> {
    const it = await rig()
    const sent = await sendCode(it, 'a@b.c')
    it.keychain.become({ kind: 'locked' })
    must(await it.program.runner.submit(sent.id, 'code', { code: 'abcd' }))
    return it
  }

  it('can be removed although the keychain is still closed', async () => {
    const it = await held()
    expect(only(it).waiting).toBeDefined()
    must(await it.program.sessions.remove(only(it).id, true))
    expect(it.program.views.accounts()).toHaveLength(0)
  })

  it('waits for what it waited for before, after a restart', async () => {
    const again = await (await held()).restart()
    expect(only(again).waiting?.text).toBe('Code sent to a@b.c')
  })
})

describe('a refresh', () => {
  it('keeps what the account waits in', async () => {
    const it = await rig()
    it.script.verify = () => Promise.resolve({ access: 'old', refresh: 'again' })
    it.script.refresh = () => Promise.resolve(ok({ access: 'new', refresh: 'again' }))
    await logIn(it, 'a@b.c')
    await it.program.idle()
    await sendCode(it, 'a@b.c')
    must(await it.program.sessions.refresh(only(it).id))
    expect(only(it).waiting?.text).toBe('Code sent to a@b.c')
    expect(must(await it.program.sessions.token(only(it).id))).toBe('new')
  })

  it('is tried once for a token that is rejected before its time', async () => {
    const it = await rig()
    it.script.verify = () => Promise.resolve({ access: 'old', refresh: 'again' })
    it.script.refresh = () => Promise.resolve(ok({ access: 'new', refresh: 'again' }))
    it.script.check = ({ access }) =>
      Promise.resolve(access === 'new' ? ok({ facts: [] }) : fail('token-rejected'))
    await logIn(it, 'a@b.c')
    must(await it.program.sessions.check(only(it).id))
    expect(only(it).state).toBe('ready')
  })
})

describe('a server that is no longer offered', () => {
  it('keeps its accounts in the list, and itself', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.close()
    await editBook(it, (book) => book.replaceAll('api.made-up.example', 'former.example'))
    const again = await rig({ folder: it.folder, keychain: it.keychain })
    const { accounts, servers } = again.program.mirror.snapshot()
    expect(accounts.map((account) => account.email)).toEqual(['a@b.c'])
    expect(servers.map((server) => server.id)).toContain(accounts[0]?.server)
  })
})

describe('closing', () => {
  it('does not wait for a service that does not answer', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    it.script.check = () => new Promise<never>(() => undefined)
    void it.program.sessions.check(only(it).id)
    await expect.poll(() => only(it).busy).toBe('checking')
    const began = Date.now()
    await it.program.close()
    expect(Date.now() - began).toBeLessThan(4_000)
  })
})

describe('a removal', () => {
  it('is not undone by an attempt that was still open', async () => {
    const it = await rig()
    await sendCode(it, 'a@b.c')
    const { id } = only(it)
    must(it.program.removals.begin(id))
    must(await it.program.removals.finish(id, false))
    await it.program.idle()
    expect(it.program.views.accounts()).toHaveLength(0)
    expect(it.program.runner.views()).toHaveLength(0)
  })

  it('logs out at the service first', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    const ended: Session[] = []
    it.script.logOut = (session) => {
      ended.push(session)
      return Promise.resolve(ok(undefined))
    }
    must(await it.program.sessions.remove(only(it).id, false))
    expect(ended.map((session) => session.access)).toEqual(['token-for-abcd'])
    expect(it.program.views.accounts()).toHaveLength(0)
    expect(it.keychain.secrets.size).toBe(0)
  })

  it('leaves everything as it was when the service could not be told', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    it.script.logOut = () => Promise.resolve(fail('offline'))
    const removed = await it.program.sessions.remove(only(it).id, false)
    expect(removed).toMatchObject({ ok: false, failure: { code: 'offline' } })
    expect(only(it)).toMatchObject({ hasSecret: true, email: 'a@b.c' })
    must(await it.program.sessions.remove(only(it).id, true))
    expect(it.keychain.secrets.size).toBe(0)
  })

  it('leaves the account when the keychain refuses', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    it.keychain.become({ kind: 'locked' })
    const removed = await it.program.sessions.remove(only(it).id, true)
    expect(removed).toMatchObject({ ok: false, failure: { code: 'keychain-locked' } })
    expect(only(it).email).toBe('a@b.c')
    expect(it.keychain.secrets.size).toBe(1)
  })

  it('is finished by the next start after a crash in its middle', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.close()
    await editBook(it, (book) =>
      book.replace('"hasSecret":true', '"hasSecret":true,"removing":true'),
    )
    const again = await rig({ folder: it.folder, keychain: it.keychain })
    await expect.poll(() => again.keychain.secrets.size).toBe(0)
    await again.program.close()
    expect(await readFile(join(it.folder, 'book.json'), 'utf8')).not.toContain('a@b.c')
  })
})

describe('a start after a crash', () => {
  it('finds the secret that was stored before the book said so, and knows no ill of it', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    it.script.check = () => Promise.resolve(fail('token-rejected'))
    await it.program.sessions.check(only(it).id)
    expect(only(it).state).toBe('needs-login')
    await it.program.close()
    await editBook(it, (book) =>
      book.replace('"hasSecret":true', '"hasSecret":false,"storing":"login"'),
    )
    const again = await rig({ folder: it.folder, keychain: it.keychain })
    await expect.poll(() => only(again).hasSecret).toBe(true)
    expect(only(again)).toMatchObject({ state: 'ready', failure: undefined })
  })

  it('tells the secret that was on its way from the one that lay there before', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    const { program, keychain } = it
    const { id, server } = only(it)
    const old = keychain.secrets.get(`${id}/session`)
    const begun = must(await program.runner.begin('login', server, id))
    const sent = must(await program.runner.submit(begun.id, 'email', {}))
    const { begun: storing } = keychain.hold('session')
    void program.runner.submit(sent.id, 'code', { code: 'wxyz' })
    await storing
    // Killed here: nothing of the keychain's call arrives.
    const next = new FakeKeychain()
    next.secrets.set(`${id}/session`, old ?? '')
    const again = await rig({ folder: it.folder, keychain: next })
    await again.program.idle()
    expect(only(again)).toMatchObject({ hasSecret: true, waiting: { flow: 'login' } })
  })

  it('ends a log-out that was cut short after the keychain had done its part', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.close()
    const book = await readFile(join(it.folder, 'book.json'), 'utf8')
    await editBook(it, () => book.replace('"hasSecret":true', '"hasSecret":true,"dropping":true'))
    it.keychain.secrets.clear()
    const again = await rig({ folder: it.folder, keychain: it.keychain })
    await again.program.idle()
    expect(only(again)).toMatchObject({ hasSecret: false, state: 'needs-login' })
  })

  it('waits for a locked keychain instead of deciding without it', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.close()
    await editBook(it, (book) =>
      book.replace('"hasSecret":true', '"hasSecret":true,"removing":true'),
    )
    it.keychain.become({ kind: 'locked' })
    const again = await rig({ folder: it.folder, keychain: it.keychain })
    await again.program.close()
    expect(again.keychain.secrets.size).toBe(1)
    again.keychain.become({ kind: 'ready' })
    await expect.poll(() => again.keychain.secrets.size).toBe(0)
  })

  it('never removes an account because the keychain has nothing for it', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.close()
    it.keychain.secrets.clear()
    const again = await rig({ folder: it.folder, keychain: it.keychain })
    await again.program.sessions.check(only(again).id)
    expect(only(again)).toMatchObject({ state: 'secret-missing', email: 'a@b.c' })
  })
})
