import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fileText, sealOctets } from '../../../test/fakes/backup-file'
import { FakeKeychain } from '../../../test/fakes/keychain'
import { must, rig, type Rig } from '../../../test/fakes/program'
import { adapters } from '../adapters/list'
import { fileSteps, type FileSteps } from '../accounts/file-steps'
import type { BackupContents, BackupItem } from '../../shared/backup'
import type { CallInput, CallName, CallOutput } from '../../shared/contract'
import { fail, ok, type Result } from '../../shared/failure'

const passphrase = 'eight grey otters'
const madeUp = 'https://api.made-up.example'
const site = 'https://cloud.example.org'

interface Given {
  readonly email: string
  readonly label?: string
  readonly colour?: string
  readonly tags?: readonly string[]
  readonly adapter?: string
  readonly baseUrl?: string
  readonly token?: string
  readonly password?: string
  readonly hidden?: boolean
}

interface Options {
  readonly keychain?: FakeKeychain
  readonly fileSteps?: FileSteps
}

/** A program with these accounts, and whatever else the book holds. */
async function withAccounts(
  accounts: readonly Given[],
  more: { sites?: object[]; settings?: object } = {},
  options: Options = {},
): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-backup-'))
  const keychain = options.keychain ?? new FakeKeychain()
  const entries = accounts.map((given, position) => {
    const { email, adapter = 'made-up', baseUrl = madeUp, token, password } = given
    const id = `${folder.slice(-6)}-account-${position}`
    if (token) keychain.secrets.set(`${id}/session`, JSON.stringify({ v: 1, access: token }))
    if (password) keychain.secrets.set(`${id}/password`, password)
    return {
      ...{ id, adapter, server: `${adapter}+${baseUrl}`, email, label: given.label ?? email },
      ...{ colour: given.colour, tags: given.tags ?? [], hidden: given.hidden ?? false },
      ...{ position, createdAt: 1_790_000_000_000, hasSecret: token !== undefined },
      ...{ passwordRemembered: password !== undefined, refreshable: false },
    }
  })
  const book = { version: 1, accounts: entries, sites: [], settings: {}, ...more }
  await writeFile(join(folder, 'book.json'), JSON.stringify(book))
  return rig({ folder, keychain, adapters, ...options })
}

function call<N extends CallName>(
  { program }: Rig,
  name: N,
  input: CallInput<N>,
): Promise<Result<CallOutput<N>>> {
  return Promise.resolve(program.handlers[name](input, { windowId: 1, paste: () => undefined }))
}

/** Exports to a file of its own and gives its path. */
async function exported(from: Rig, contents: BackupContents = 'passwords'): Promise<string> {
  from.desk.path = join(await mkdtemp(join(tmpdir(), 'latchkey-backup-')), 'mine.latchkey')
  expect(await call(from, 'backup.export', { contents, passphrase })).toEqual(ok({ begun: true }))
  await from.program.idle()
  return from.desk.path
}

/** Chooses a file and opens it. */
async function opened(into: Rig, path: string): Promise<CallOutput<'backup.open'>> {
  into.desk.path = path
  expect(await call(into, 'backup.choose', {})).toEqual(ok({ chosen: true }))
  return must(await call(into, 'backup.open', { passphrase }))
}

/** Takes what is ticked, and what else is wanted. */
async function taken(
  into: Rig,
  { items }: CallOutput<'backup.open'>,
  wanted: (item: BackupItem) => boolean = ({ ticked }) => ticked,
) {
  must(await call(into, 'backup.import', { items: items.filter(wanted).map(({ id }) => id) }))
  await into.program.idle()
  return view(into).backupImport
}

function view({ program }: Rig) {
  return program.mirror.snapshot()
}

/** What somebody would see of the accounts, and the secrets that they have. */
function state(it: Rig) {
  return view(it).accounts.map(({ id, email, label, colour, tags, hidden, server, ...rest }) => ({
    ...{ email, label, colour, tags, hidden, server },
    ...{ hasSecret: rest.hasSecret, passwordRemembered: rest.passwordRemembered },
    token: tokenOf(it.keychain.secrets.get(`${id}/session`)),
    password: it.keychain.secrets.get(`${id}/password`),
  }))
}

function tokenOf(secret: string | undefined): string | undefined {
  return secret === undefined ? undefined : (JSON.parse(secret) as { access: string }).access
}

const anna: Given = {
  ...{ email: 'anna@example.org', label: 'Anna', colour: 'teal', tags: ['home', 'old'] },
  ...{ token: 'token-of-anna', password: 'password-of-anna' },
}
const bo: Given = { email: 'bo@example.org', hidden: true }
const cy: Given = {
  email: 'cy@example.org',
  adapter: 'cloudreve',
  baseUrl: site,
  token: 'cy-token',
}
const all = [anna, bo, cy]
const sites = [
  {
    ...{ id: `cloudreve+${site}`, adapter: 'cloudreve', baseUrl: site, name: 'Family cloud' },
    ...{ facts: [{ key: 'version', value: { kind: 'text', text: '4.1' } }], addedAt: 1 },
  },
]
const ipcola = 'ipcola+https://api.ipcola.com'
const settings = { [ipcola]: { vcodePath: '/api/send' } }

describe('an export', () => {
  it('holds everything, and an import into an empty list brings it back', async () => {
    const from = await withAccounts(all, { sites, settings })
    const path = await exported(from)
    expect(view(from).backupExport).toEqual({
      ...{ kind: 'done', file: 'mine.latchkey', accounts: 3, tokens: 2, passwords: 1, without: 0 },
    })
    const into = await withAccounts([])
    const preview = await opened(into, path)
    expect(preview).toMatchObject({ same: 0, leftOut: [] })
    expect(preview.items.every(({ ticked }) => ticked)).toBe(true)
    expect(await taken(into, preview)).toMatchObject({
      ...{ kind: 'done', accounts: 3, tokens: 2, passwords: 1, sites: 1, settings: 1 },
      ...{ described: 0, changedMeanwhile: 0, troubles: { count: 0, named: [] } },
    })
    expect(state(into)).toEqual(state(from))
    const { servers } = view(into)
    expect(servers.find(({ baseUrl }) => baseUrl === site)).toMatchObject({
      ...{ name: 'Family cloud', removable: true, facts: [{ key: 'version' }] },
    })
    const again = await into.restart()
    expect(state(again)).toEqual(state(from))
  })

  it.each([
    ['accounts', 0, 0],
    ['tokens', 2, 0],
    ['passwords', 2, 1],
  ] as const)('of %s holds %i tokens and %i passwords', async (contents, tokens, passwords) => {
    const from = await withAccounts(all, { sites })
    const path = await exported(from, contents)
    expect(view(from).backupExport).toMatchObject({ kind: 'done', accounts: 3, tokens, passwords })
    const into = await withAccounts([])
    await taken(into, await opened(into, path))
    expect(state(into).filter(({ token }) => token).length).toBe(tokens)
    expect(state(into).filter(({ password }) => password).length).toBe(passwords)
    if (contents === 'accounts') expect(from.keychain.calls).toBe(0)
  })

  it('tells nothing without its passphrase, is for this user alone, and leaves nothing beside it', async () => {
    const from = await withAccounts(all, { sites })
    const path = await exported(from)
    const text = await readFile(path, 'latin1')
    for (const word of ['anna', 'Anna', 'example', 'cloud', 'token-of', 'made-up', 'otter']) {
      expect(text).not.toContain(word)
    }
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(join(path, '..'))).toEqual(['mine.latchkey'])
  })

  it('refuses a passphrase that will not do before it asks for a place', async () => {
    const from = await withAccounts(all)
    from.desk.path = '/nowhere'
    for (const [bad, detail] of [
      ['short', 'too-short'],
      ['password1', 'common'],
    ] as const) {
      expect(await call(from, 'backup.export', { contents: 'tokens', passphrase: bad })).toEqual(
        fail('invalid-input', { field: 'passphrase', detail }),
      )
    }
    expect(from.desk.proposed).toEqual([])
  })

  it('does nothing if no place is named', async () => {
    const from = await withAccounts(all)
    const begun = await call(from, 'backup.export', { contents: 'tokens', passphrase })
    expect(begun).toEqual(ok({ begun: false }))
    expect(view(from).backupExport).toEqual({ kind: 'idle' })
    expect(from.desk.proposed[0]).toMatch(/^Latchkey \d{4}-\d\d-\d\d\.latchkey$/)
  })

  it('tells whose token cannot be read, and goes on without it only on the person’s word', async () => {
    const from = await withAccounts(all, { sites })
    for (const key of from.keychain.secrets.keys()) {
      if (key.endsWith('0/session')) from.keychain.secrets.delete(key)
    }
    const path = await exported(from)
    expect(view(from).backupExport).toEqual({
      kind: 'unreadable',
      troubles: { count: 1, named: [{ label: 'Anna', failure: { code: 'secret-missing' } }] },
    })
    expect(await readdir(join(path, '..'))).toEqual([])
    must(await call(from, 'backup.goOn', {}))
    await from.program.idle()
    expect(view(from).backupExport).toMatchObject({ kind: 'done', tokens: 1, without: 1 })
    expect(await call(from, 'backup.goOn', {})).toEqual(fail('not-found'))
  })

  it('fails as a whole when the keychain is locked, and writes nothing', async () => {
    const from = await withAccounts(all)
    from.keychain.become({ kind: 'locked' })
    const path = await exported(from)
    expect(view(from).backupExport).toEqual({
      kind: 'failed',
      failure: { code: 'keychain-locked' },
    })
    expect(await readdir(join(path, '..'))).toEqual([])
  })

  it('leaves what was there before when the disk refuses, and nothing beside it', async () => {
    for (const step of ['write', 'move'] as const) {
      const from = await withAccounts(all, {}, { fileSteps: refusing(step) })
      from.desk.path = join(await mkdtemp(join(tmpdir(), 'latchkey-backup-')), 'mine.latchkey')
      await writeFile(from.desk.path, 'an older backup')
      must(await call(from, 'backup.export', { contents: 'tokens', passphrase }))
      await from.program.idle()
      expect(view(from).backupExport).toEqual({
        kind: 'failed',
        failure: { code: 'backup-not-written', detail: 'ENOSPC' },
      })
      expect(await readFile(from.desk.path, 'utf8')).toBe('an older backup')
      expect(await readdir(join(from.desk.path, '..'))).toEqual(['mine.latchkey'])
    }
  })

  it('shows the file that it has written, and none before', async () => {
    const from = await withAccounts(all)
    expect(await call(from, 'backup.show', {})).toEqual(fail('not-found'))
    const path = await exported(from)
    must(await call(from, 'backup.show', {}))
    expect(from.desk.shown).toEqual([path])
  })
})

function refusing(step: 'write' | 'move'): FileSteps {
  const refuse = (path: string): Promise<void> =>
    Promise.reject(Object.assign(new Error(path), { code: 'ENOSPC' }))
  const hit = (path: string): boolean => path.includes('.latchkey')
  return {
    ...fileSteps,
    write: (path, text) =>
      step === 'write' && hit(path) ? refuse(path) : fileSteps.write(path, text),
    move: (from, to) => (step === 'move' && hit(to) ? refuse(to) : fileSteps.move(from, to)),
  }
}

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

  it('takes what is ticked', async () => {
    const from = await withAccounts(all, { sites, settings })
    const path = await exported(from)
    const into = await withAccounts([other, bo], { settings: { [ipcola]: { vcodePath: '/mine' } } })
    expect(await taken(into, await opened(into, path), () => true)).toMatchObject({
      ...{ accounts: 1, tokens: 2, passwords: 1, described: 1, sites: 1, settings: 1 },
    })
    expect(state(into)).toEqual(state(from))
  })

  it('brings a token to an account that has none, whatever the case of its address', async () => {
    const path = await exported(await withAccounts([anna]))
    const into = await withAccounts([
      { ...anna, email: 'Anna@Example.org', token: undefined, password: undefined },
    ] as unknown as Given[])
    const preview = await opened(into, path)
    expect(preview.items).toMatchObject([
      { kind: 'token', ticked: true, replaces: false },
      { kind: 'password', ticked: true, replaces: false },
    ])
    await taken(into, preview)
    expect(state(into)).toMatchObject([
      { email: 'Anna@Example.org', token: 'token-of-anna', password: 'password-of-anna' },
    ])
  })

  it('finds nothing left to do the second time', async () => {
    const path = await exported(await withAccounts(all, { sites, settings }))
    const into = await withAccounts([])
    await taken(into, await opened(into, path))
    expect(await opened(into, path)).toEqual({ items: [], same: 3, leftOut: [] })
  })

  it('leaves alone what was changed after the preview', async () => {
    const path = await exported(await withAccounts([anna, bo]))
    const into = await withAccounts([{ ...anna, label: 'My Anna', token: 'mine' }])
    const [account] = view(into).accounts
    const preview = await opened(into, path)
    must(await call(into, 'accounts.describe', { account: account!.id, label: 'Now this' }))
    const told = await taken(into, preview, ({ kind }) => kind === 'description')
    expect(told).toMatchObject({ described: 0, changedMeanwhile: 1 })
    expect(view(into).accounts[0]?.label).toBe('Now this')
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

  it('forgets what it has read when Latchkey is locked', async () => {
    const path = await exported(await withAccounts([anna]))
    const into = await withAccounts([bo])
    must(await into.program.lock.turnOn('a lock of its own'))
    await into.program.idle()
    await opened(into, path)
    into.program.lock.lock()
    must(await into.program.lock.unlock('a lock of its own'))
    expect(view(into).backupImport).toEqual({ kind: 'idle' })
    expect(await call(into, 'backup.preview', {})).toEqual(fail('not-found'))
  })
})

describe('a file that will not do', () => {
  /** What a body says, as somebody might have written it. */
  async function file(body: unknown): Promise<string> {
    const path = join(await mkdtemp(join(tmpdir(), 'latchkey-backup-')), 'theirs.latchkey')
    await writeFile(path, fileText(sealOctets(passphrase, gzipSync(JSON.stringify(body)))))
    return path
  }

  it.each([
    ['hello', 'not-a-backup'],
    ['{"format":"latchkey-backup","version":1}', 'backup-damaged'],
    ['{"format":"latchkey-backup","version":9}', 'backup-newer'],
    [undefined, 'backup-not-read'],
  ] as const)('%j is refused as %s', async (text, code) => {
    const into = await withAccounts([anna])
    into.desk.path = join(into.folder, 'theirs.latchkey')
    if (text !== undefined) await writeFile(into.desk.path, text)
    expect(await call(into, 'backup.choose', {})).toMatchObject({ ok: false, failure: { code } })
    expect(view(into).backupImport).toEqual({ kind: 'idle' })
  })

  it('is refused where it is a folder', async () => {
    const into = await withAccounts([anna])
    into.desk.path = into.folder
    expect(await call(into, 'backup.choose', {})).toEqual(fail('backup-not-read'))
  })

  it('can be tried with another passphrase', async () => {
    const path = await exported(await withAccounts([anna]))
    const into = await withAccounts([])
    into.desk.path = path
    must(await call(into, 'backup.choose', {}))
    const wrong = await call(into, 'backup.open', { passphrase: 'eight gray otters' })
    expect(wrong).toEqual(fail('wrong-passphrase'))
    expect(view(into).backupImport).toMatchObject({ kind: 'chosen', file: 'mine.latchkey' })
    expect((await call(into, 'backup.open', { passphrase })).ok).toBe(true)
  })

  it.each([null, 7, [], 'text', {}, { accounts: {} }, { accounts: [], servers: 'x' }])(
    'with %j sealed in it is damaged',
    async (body) => {
      const into = await withAccounts([anna])
      const before = state(into)
      into.desk.path = await file(body)
      must(await call(into, 'backup.choose', {}))
      expect(await call(into, 'backup.open', { passphrase })).toEqual(fail('backup-damaged'))
      expect(state(into)).toEqual(before)
    },
  )

  it('costs only the entries that are not as they should be, and names them', async () => {
    const good = { adapter: 'made-up', server: madeUp, email: 'good@example.org' }
    const wrong = [null, 7, [], {}, true, -1, '', { access: 5 }]
    /** Copies of a good one with one field spoilt, each with an address of its own. */
    const spoilt = (name: string, fields: readonly string[]) =>
      fields.flatMap((field) =>
        wrong.map((value, at) => ({
          ...good,
          email: `${name}-${field}-${at}@e.org`,
          [field]: value,
        })),
      )
    const needed = spoilt('bad', ['adapter', 'server', 'email', 'session', 'password'])
    const other = spoilt('odd', ['label', 'colour', 'tags', 'hidden', 'active', 'createdAt', 'new'])
    const into = await withAccounts([])
    const accounts = [...wrong, ...needed, ...other, good]
    const preview = await opened(into, await file({ accounts, servers: wrong }))
    const fine = preview.items.flatMap((item) => (item.kind === 'account' ? [item.email] : []))
    expect(fine).toEqual([...other, good].map(({ email }) => email))
    expect(preview.leftOut).toHaveLength(needed.length + 2 * wrong.length)
    expect(preview.leftOut.every(({ why }) => why === 'unreadable')).toBe(true)
    expect(preview.leftOut.map(({ name }) => name)).toContain('bad-session-1@e.org')
    await taken(into, preview)
    expect(state(into)).toHaveLength(fine.length)
    const again = await into.restart()
    expect(state(again)).toHaveLength(fine.length)
  })

  it('with accounts of unknown services and made-up servers leaves them out', async () => {
    const one = { email: 'x@example.org', adapter: 'made-up', server: madeUp }
    const into = await withAccounts([])
    const preview = await opened(
      into,
      await file({
        accounts: [
          one,
          { ...one, email: 'X@example.org' },
          { ...one, adapter: 'another', email: 'a@example.org' },
          { ...one, server: 'https://evil.example', email: 'b@example.org' },
          { ...one, adapter: 'cloudreve', server: 'https://me:it@x.example', email: 'c@e.org' },
          { ...one, adapter: 'cloudreve', server: 'https://x.example/path', email: 'd@e.org' },
          { ...one, adapter: 'cloudreve', server: 'javascript:alert(1)', email: 'e@e.org' },
          { ...one, adapter: 'cloudreve', server: 'http://10.0.0.7:5212', email: 'f@e.org' },
        ],
        servers: [],
      }),
    )
    expect(preview.leftOut.map(({ why }) => why)).toEqual([
      ...['twice', 'unknown-service', 'unknown-server'],
      ...['unknown-server', 'unknown-server', 'unknown-server'],
    ])
    // What is sent to it can be read on the way: only on the person's word.
    expect(preview.items).toMatchObject([
      { kind: 'account', email: 'x@example.org', ticked: true },
      { kind: 'site', plainHttp: true, ticked: false },
      { kind: 'account', email: 'f@e.org', ticked: false, site: 1 },
    ])
  })
})
