import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/failure'
import {
  all,
  anna,
  bo,
  call,
  cy,
  exported,
  ipcola,
  opened,
  passphrase,
  settings,
  sites,
  state,
  taken,
  view,
  withAccounts,
  type Given,
} from '../../../test/fakes/backups'
import { must, settled, theId } from '../../../test/fakes/program'

describe('an import into a list that has some of it', () => {
  const other: Given = {
    ...anna,
    label: 'My Anna',
    tags: ['home'],
    token: 'newer',
    password: 'mine',
  }

  it('shows what differs, and overwrites nothing by itself', async () => {
    const path = await exported(await withAccounts(all, { sites, settings }))
    const mine = { [ipcola]: { vcodePath: '/api/mine' } }
    const into = await withAccounts([other, bo], { settings: mine })
    const before = state(into)
    const preview = await opened(into, path)
    expect(preview.items).toMatchObject([
      { kind: 'settings', ticked: false, changes: [{ here: '/api/mine', there: '/api/send' }] },
      { kind: 'site', ticked: true, plainHttp: false, name: 'Family cloud' },
      {
        ...{ kind: 'description', ticked: false, label: 'My Anna' },
        changes: [
          { field: 'label', here: 'My Anna', there: 'Anna' },
          { field: 'tags', here: ['home'], there: ['home', 'old'] },
        ],
      },
      { kind: 'token', ticked: false, replaces: true },
      { kind: 'password', ticked: false, replaces: true },
      { kind: 'account', ticked: true, email: 'cy@example.org', token: true, site: 1 },
    ])
    expect(preview.same).toBe(1)
    expect(state(into)).toEqual(before)
    expect(await taken(into, preview)).toMatchObject({ accounts: 1, tokens: 1, described: 0 })
    expect(state(into).slice(0, 2)).toEqual(before)
  })

  it('shows how an account that is new here will be marked', async () => {
    const from = await withAccounts([{ ...bo, tags: ['old'], hidden: true }, cy], { sites })
    must(await from.program.quickLogin.activate(theId(from.program.views.accounts()[0])))
    const preview = await opened(await withAccounts([]), await exported(from))
    expect(preview.items.filter(({ kind }) => kind === 'account')).toMatchObject([
      { email: bo.email, tags: ['old'], hidden: true, active: true },
      { email: cy.email, tags: [], hidden: false, active: false },
    ])
  })

  it('takes what is ticked', async () => {
    const from = await withAccounts(all, { sites, settings })
    const path = await exported(from)
    const into = await withAccounts([other, bo], { settings: { [ipcola]: { vcodePath: '/mine' } } })
    expect(await taken(into, await opened(into, path), () => true)).toMatchObject({
      ...{ accounts: 1, tokens: 2, passwords: 1, described: 1, sites: 1, settings: 1 },
    })
    expect(state(into)).toEqual(state(from))
  })

  it('brings a token to an account that has none, however its address is spelled', async () => {
    const path = await exported(await withAccounts([anna]))
    const into = await withAccounts([
      { ...anna, email: 'Anna@Example.org ', token: undefined, password: undefined },
    ] as unknown as Given[])
    const preview = await opened(into, path)
    expect(preview.items).toMatchObject([
      { kind: 'token', ticked: true, replaces: false },
      { kind: 'password', ticked: true, replaces: false },
    ])
    await taken(into, preview)
    expect(state(into)).toMatchObject([
      { email: 'Anna@Example.org ', token: 'token-of-anna', password: 'password-of-anna' },
    ])
  })

  it('says of a new token nothing that was found of the one before, in any window', async () => {
    const path = await exported(await withAccounts([anna]))
    const into = await withAccounts([{ ...anna, token: 'refused' }])
    const account = theId(view(into).accounts[0])
    into.script.check = () => Promise.resolve(fail('token-rejected'))
    await into.program.sessions.check(account)
    expect(view(into).accounts).toMatchObject([{ state: 'needs-login', hasSecret: true }])
    const drawn: unknown[] = []
    into.program.mirror.onChange(({ accounts = [] }) => drawn.push(...accounts))
    await taken(into, await opened(into, path), ({ kind }) => kind === 'token')
    expect(drawn.at(-1)).toMatchObject({ id: account, state: 'ready', failure: undefined })
    const { checkedAt, verifiedAt } = into.program.views.details(account) ?? {}
    expect([checkedAt, verifiedAt]).toEqual([undefined, undefined])
  })

  it('finds nothing left to do the second time', async () => {
    const path = await exported(await withAccounts(all, { sites, settings }))
    const into = await withAccounts([])
    await taken(into, await opened(into, path))
    expect(await opened(into, path)).toEqual({
      items: [],
      same: 3,
      leftOut: { count: 0, named: [] },
    })
  })

  it('leaves alone what was changed after the preview', async () => {
    const path = await exported(await withAccounts([anna, bo]))
    const into = await withAccounts([{ ...anna, label: 'My Anna', token: 'mine' }])
    const account = theId(view(into).accounts[0])
    const preview = await opened(into, path)
    must(await call(into, 'accounts.describe', { account, label: 'Now this' }))
    const told = await taken(into, preview, ({ kind }) => kind === 'description')
    expect(told).toMatchObject({ described: 0, changedMeanwhile: 1 })
    expect(view(into).accounts[0]?.label).toBe('Now this')
  })

  it('leaves alone a token and a password that have changed after the preview', async () => {
    const path = await exported(await withAccounts([anna]))
    const into = await withAccounts([{ ...anna, token: 'mine', password: 'my-own' }])
    const preview = await opened(into, path)
    for (const key of into.keychain.secrets.keys()) {
      const renewed = JSON.stringify({ v: 1, access: 'renewed' })
      into.keychain.secrets.set(key, key.endsWith('/session') ? renewed : 'a newer one')
    }
    const told = await taken(into, preview, () => true)
    expect(told).toMatchObject({ tokens: 0, passwords: 0, changedMeanwhile: 1 })
    expect(state(into)).toMatchObject([{ token: 'renewed', password: 'a newer one' }])
  })

  it('brings by itself what the book claims and the keychain lacks, as a crash may leave it', async () => {
    const from = await withAccounts([anna])
    const path = await exported(from)
    const into = await withAccounts([anna])
    into.keychain.secrets.clear()
    const preview = await opened(into, path)
    expect(preview.items).toMatchObject([
      { kind: 'token', ticked: true, replaces: false },
      { kind: 'password', ticked: true, replaces: false },
    ])
    expect(await taken(into, preview)).toMatchObject({ tokens: 1, passwords: 1 })
    expect(state(into)).toEqual(state(from))
  })

  it('takes an account of a site only with the site', async () => {
    const path = await exported(await withAccounts(all, { sites }))
    const into = await withAccounts([])
    const preview = await opened(into, path)
    const told = await taken(into, preview, ({ kind }) => kind === 'account')
    expect(told).toMatchObject({ accounts: 2, sites: 0, changedMeanwhile: 1 })
  })
})

describe('an import that is cut short', () => {
  it('says what was done when the keychain locks, and can be repeated without duplicates', async () => {
    const from = await withAccounts(all, { sites })
    const path = await exported(from)
    const into = await withAccounts([])
    const preview = await opened(into, path)
    into.keychain.refusing = 'session'
    expect(await taken(into, preview)).toMatchObject({
      ...{ accounts: 3, tokens: 0, passwords: 0, failure: { code: 'keychain-denied' } },
    })
    for (const one of state(into)) {
      expect(one).toMatchObject({ hasSecret: false, passwordRemembered: false, token: undefined })
    }
    // Nothing is marked as on its way that surely is not.
    expect(await readFile(join(into.folder, 'book.json'), 'utf8')).not.toContain('storing')
    into.keychain.refusing = undefined
    const again = await opened(into, path)
    expect(again.items.map(({ kind }) => kind)).toEqual(['token', 'password', 'token'])
    await taken(into, again)
    expect(state(into)).toEqual(state(from))
  })

  it('names the account whose token no keychain takes, and brings the others', async () => {
    const huge = { ...anna, email: 'huge@example.org', label: 'Huge', token: 'x'.repeat(3_000) }
    const path = await exported(await withAccounts([huge, anna]))
    const into = await withAccounts([])
    expect(await taken(into, await opened(into, path))).toMatchObject({
      ...{ accounts: 2, tokens: 1, passwords: 2 },
      troubles: { count: 1, named: [{ label: 'Huge', failure: { code: 'secret-too-large' } }] },
    })
    expect(state(into)[0]).toMatchObject({ hasSecret: false, token: undefined })
  })

  it('stops on the person’s word after the secret under way, and says so', async () => {
    const from = await withAccounts(all, { sites })
    const path = await exported(from)
    const into = await withAccounts([])
    const preview = await opened(into, path)
    const held = into.keychain.hold('session')
    const items = preview.items.map(({ id }) => id)
    must(await call(into, 'backup.import', { items }))
    await held.begun
    must(await call(into, 'backup.endImport', {}))
    held.goOn()
    await into.program.idle()
    expect(view(into).backupImport).toMatchObject({
      ...{ kind: 'done', accounts: 3, tokens: 1, failure: { code: 'cancelled' } },
    })
    expect(state(into).map(({ hasSecret, token }) => hasSecret === (token !== undefined))).toEqual([
      ...[true, true, true],
    ])
  })

  it('is not displaced by a file that was asked for before it began', async () => {
    const path = await exported(await withAccounts([anna]))
    const into = await withAccounts([])
    const preview = await opened(into, path)
    const answer = settled<string>()
    into.desk.which = () => answer.promise
    const choosing = call(into, 'backup.choose', {})
    const held = into.keychain.hold('session')
    must(await call(into, 'backup.import', { items: preview.items.map(({ id }) => id) }))
    await held.begun
    answer.settle(path)
    expect(await choosing).toEqual(ok({ chosen: false }))
    expect(view(into).backupImport.kind).toBe('importing')
    held.goOn()
    await into.program.idle()
    expect(view(into).backupImport).toMatchObject({ kind: 'done', tokens: 1 })
  })

  it('is where it was when it could not be opened for a reason of the system’s', async () => {
    const path = await exported(await withAccounts([anna]))
    const into = await withAccounts([anna])
    into.desk.path = path
    must(await call(into, 'backup.choose', {}))
    into.keychain.get = () => Promise.reject(new Error('no memory'))
    for (let times = 0; times < 2; times += 1) {
      await expect(call(into, 'backup.open', { passphrase })).rejects.toThrow('no memory')
      expect(view(into).backupImport).toMatchObject({ kind: 'chosen', file: 'mine.latchkey' })
    }
  })

  it.each(['chosen', 'opening', 'opened'] as const)(
    'forgets what it has read when Latchkey is locked, and says after the lock that it is over: %s',
    async (at) => {
      const path = await exported(await withAccounts([anna]))
      const into = await withAccounts([bo])
      must(await into.program.lock.turnOn('a lock of its own'))
      await into.program.idle()
      into.desk.path = path
      must(await call(into, 'backup.choose', {}))
      const opening = at === 'chosen' ? undefined : call(into, 'backup.open', { passphrase })
      if (at === 'opened') await opening
      expect(view(into).backupImport.kind).toBe(at)
      into.program.lock.lock()
      if (at === 'opening') expect(await opening).toEqual(fail('cancelled'))
      must(await into.program.lock.unlock('a lock of its own'))
      expect(view(into).backupImport).toMatchObject({
        ...{ kind: 'done', file: 'mine.latchkey', accounts: 0, tokens: 0, changedMeanwhile: 0 },
        failure: { code: 'latchkey-locked' },
      })
      expect(await call(into, 'backup.preview', {})).toEqual(fail('not-found'))
      must(await call(into, 'backup.endImport', {}))
      expect(view(into).backupImport).toEqual({ kind: 'idle' })
    },
  )

  it('says after the lock how far it has come, and what came before the lock stays said', async () => {
    const path = await exported(await withAccounts([anna, { ...anna, email: 'an@other.example' }]))
    const into = await withAccounts([])
    must(await into.program.lock.turnOn('a lock of its own'))
    await into.program.idle()
    const preview = await opened(into, path)
    const held = into.keychain.hold('session')
    must(await call(into, 'backup.import', { items: preview.items.map(({ id }) => id) }))
    await held.begun
    into.program.lock.lock()
    expect(must(await call(into, 'state.snapshot', {})).backupImport).toEqual({ kind: 'idle' })
    held.goOn()
    await into.program.idle()
    const told = { kind: 'done', accounts: 2, tokens: 1, failure: { code: 'latchkey-locked' } }
    for (let times = 0; times < 2; times += 1) {
      must(await into.program.lock.unlock('a lock of its own'))
      expect(view(into).backupImport).toMatchObject(told)
      into.program.lock.lock()
    }
  })
})
