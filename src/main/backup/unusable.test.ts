import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fail } from '../../shared/failure'
import { fileText, sealOctets } from '../../../test/fakes/backup-file'
import {
  anna,
  call,
  exported,
  madeUp,
  opened,
  passphrase,
  state,
  taken,
  view,
  withAccounts,
} from '../../../test/fakes/backups'
import { must, theId } from '../../../test/fakes/program'

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

  it('that unpacks to more entries than anybody has is too large', async () => {
    const into = await withAccounts([])
    into.desk.path = await file({ accounts: Array.from({ length: 100_001 }, () => 0), servers: [] })
    must(await call(into, 'backup.choose', {}))
    expect(await call(into, 'backup.open', { passphrase })).toEqual(fail('backup-too-large'))
  })

  it('names the first of what cannot be read and counts the rest', async () => {
    const body = { accounts: Array.from({ length: 1_000 }, () => 0), servers: [] }
    const { leftOut } = await opened(await withAccounts([]), await file(body))
    expect([leftOut.count, leftOut.named.length]).toEqual([1_000, 100])
  })

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
    expect(preview.leftOut.count).toBe(needed.length + 2 * wrong.length)
    expect(preview.leftOut.named.every(({ why }) => why === 'unreadable')).toBe(true)
    expect(preview.leftOut.named.map(({ name }) => name)).toContain('bad-session-1@e.org')
    await taken(into, preview)
    expect(state(into)).toHaveLength(fine.length)
    const again = await into.restart()
    expect(state(again)).toHaveLength(fine.length)
  })

  it('with times of another measure brings the token, whose end is then not known', async () => {
    const nanoseconds = 1_790_000_000_000_000_000
    const session = { access: 'token', accessExpiresAt: nanoseconds, refreshExpiresAt: nanoseconds }
    const account = { email: 'x@example.org', adapter: 'made-up', server: madeUp, session }
    const into = await withAccounts([])
    const accounts = [{ ...account, createdAt: -nanoseconds }]
    await taken(into, await opened(into, await file({ accounts, servers: [] })))
    const [shown] = into.program.views.accounts()
    expect(shown).toMatchObject({ hasSecret: true, tokenExpiresAt: undefined })
    const id = theId(shown)
    expect(must(await into.program.sessions.token(id))).toBe('token')
    expect(into.program.views.details(id)?.createdAt).toBeGreaterThan(0)
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
    expect(preview.leftOut.named.map(({ why }) => why)).toEqual([
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
