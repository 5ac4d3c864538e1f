import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { fail, ok, type Result } from '../../shared/failure'
import { fileSteps, type FileSteps } from '../accounts/file-steps'
import { entryLimit } from './content'
import {
  all,
  call,
  exported,
  opened,
  passphrase,
  settings,
  site,
  sites,
  state,
  taken,
  view,
  withAccounts,
} from '../../../test/fakes/backups'
import { FakeKeychain } from '../../../test/fakes/keychain'
import { logIn, must, settled } from '../../../test/fakes/program'

describe('an export', () => {
  it('holds everything, and an import into an empty list brings it back', async () => {
    const from = await withAccounts(all, { sites, settings })
    const path = await exported(from)
    expect(view(from).backupExport).toEqual({
      ...{ kind: 'done', file: 'mine.latchkey', accounts: 3, tokens: 2, passwords: 1, without: 0 },
    })
    const into = await withAccounts([])
    const preview = await opened(into, path)
    expect(preview).toMatchObject({ same: 0, leftOut: { count: 0 } })
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

  it('of more accounts than are read again is refused, before any secret is asked for', async () => {
    const from = await withAccounts(
      Array.from({ length: entryLimit + 1 }, (_, at) => ({ email: `${at}@e.org`, token: 'x' })),
    )
    const path = await exported(from)
    const failure = { code: 'backup-too-large' }
    expect(view(from).backupExport).toEqual({ kind: 'failed', failure })
    expect(await readdir(join(path, '..'))).toEqual([])
    expect(from.keychain.calls).toBe(0)
  }, 60_000)

  it('does nothing if no place is named', async () => {
    const from = await withAccounts(all)
    const begun = await call(from, 'backup.export', { contents: 'tokens', passphrase })
    expect(begun).toEqual(ok({ begun: false }))
    expect(view(from).backupExport).toEqual({ kind: 'idle' })
    expect(from.desk.proposed).toHaveLength(1)
  })

  // At any time of the day it is another one in at least one of these than in London.
  it.each(['Etc/GMT+12', 'Etc/GMT-14'])('is named after the day it is in %s', async (timeZone) => {
    vi.stubEnv('TZ', timeZone)
    onTestFinished(() => void vi.unstubAllEnvs())
    const from = await withAccounts([])
    const day = () => new Intl.DateTimeFormat('sv', { timeZone }).format()
    const days = [day()]
    await call(from, 'backup.export', { contents: 'tokens', passphrase })
    days.push(day())
    const names = days.map((one) => `Latchkey ${one}.latchkey`)
    expect(names).toContain(from.desk.proposed[0])
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

  it('reads a token of which only the keychain knows whether it has arrived', async () => {
    const from = await withAccounts([], {}, { keychain: new SilentKeychain() })
    await logIn(from, 'a@b.c')
    expect(view(from).accounts).toMatchObject([{ hasSecret: false }])
    await exported(from, 'tokens')
    expect(view(from).backupExport).toMatchObject({ kind: 'done', tokens: 1, without: 0 })
    from.keychain.secrets.clear()
    await exported(from, 'tokens')
    expect(view(from).backupExport).toMatchObject(lacking)
  })

  it('says that it is without a token that waits for the keychain', async () => {
    const from = await withAccounts([])
    from.keychain.refusing = 'session'
    expect(await logIn(from, 'a@b.c')).toMatchObject({ failure: { code: 'keychain-denied' } })
    await exported(from, 'accounts')
    expect(view(from).backupExport).toMatchObject({ kind: 'done', without: 0 })
    await exported(from, 'tokens')
    expect(view(from).backupExport).toMatchObject(lacking)
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

  it('fails and can begin again when there is no memory for its key, and the log bears the id', async () => {
    const from = await withAccounts(all, {}, { passphraseLog2N: 25 })
    for (let times = 0; times < 2; times += 1) {
      const path = await exported(from)
      const { backupExport } = view(from)
      if (backupExport.kind !== 'failed') throw new Error(`It is ${backupExport.kind}`)
      expect(backupExport.failure.code).toBe('internal')
      expect(from.logged()).toContain(backupExport.failure.correlationId)
      expect(await readdir(join(path, '..'))).toEqual([])
    }
  })

  it('leaves the older backup when it is cancelled while it is written', async () => {
    const begun = settled<undefined>()
    const goOn = settled<undefined>()
    const slow: FileSteps = {
      ...fileSteps,
      async write(path, text) {
        if (path.includes('.latchkey')) {
          begun.settle(undefined)
          await goOn.promise
        }
        return fileSteps.write(path, text)
      },
    }
    const from = await withAccounts(all, {}, { fileSteps: slow })
    from.desk.path = join(await mkdtemp(join(tmpdir(), 'latchkey-backup-')), 'mine.latchkey')
    await writeFile(from.desk.path, 'an older backup')
    must(await call(from, 'backup.export', { contents: 'tokens', passphrase }))
    await begun.promise
    must(await call(from, 'backup.endExport', {}))
    goOn.settle(undefined)
    await from.program.idle()
    expect(await readFile(from.desk.path, 'utf8')).toBe('an older backup')
    expect(await readdir(join(from.desk.path, '..'))).toEqual(['mine.latchkey'])
  })

  it('shows the file that it has written, and none before', async () => {
    const from = await withAccounts(all)
    expect(await call(from, 'backup.show', {})).toEqual(fail('not-found'))
    const path = await exported(from)
    must(await call(from, 'backup.show', {}))
    expect(from.desk.shown).toEqual([path])
  })
})

const lacking = {
  kind: 'unreadable',
  troubles: { count: 1, named: [{ label: 'a@b.c', failure: { code: 'secret-missing' } }] },
}

/** Takes a token and does not say so in time. */
class SilentKeychain extends FakeKeychain {
  override async set(...[ref, secret]: Parameters<FakeKeychain['set']>): Promise<Result<void>> {
    await super.set(ref, secret)
    return fail('keychain-timeout')
  }
}

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
