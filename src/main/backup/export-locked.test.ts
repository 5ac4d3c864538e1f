import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ok, type Result } from '../../shared/failure'
import { fileSteps, type FileSteps } from '../accounts/file-steps'
import { all, call, passphrase, view, withAccounts } from '../../../test/fakes/backups'
import { FakeKeychain } from '../../../test/fakes/keychain'
import { must, settled, type Rig } from '../../../test/fakes/program'

describe('an export that the lock comes in between', () => {
  it('says after the lock that nothing was written, and not before the passphrase', async () => {
    const keychain = new SlowKeychain()
    const from = await locking(await withAccounts(all, {}, { keychain }))
    const read = keychain.holdReads()
    const path = await begun(from)
    await read.begun
    from.program.lock.lock()
    expect(must(await call(from, 'state.snapshot', {})).backupExport).toEqual({ kind: 'idle' })
    must(await from.program.lock.unlock(ownLock))
    expect(view(from).backupExport).toEqual(cutByLock)
    read.goOn()
    await from.program.idle()
    expect(view(from).backupExport).toEqual(cutByLock)
    expect(await readdir(join(path, '..'))).toEqual([])
    must(await call(from, 'backup.endExport', {}))
    expect(view(from).backupExport).toEqual({ kind: 'idle' })
  })

  it.each(['write', 'syncFolder'] as const)(
    'says after the lock whether there is a file when that came during %s',
    async (step) => {
      const disk = heldDisk(step)
      const from = await locking(await withAccounts(all, {}, { fileSteps: disk.steps }))
      const path = await begun(from)
      await disk.begun
      from.program.lock.lock()
      disk.goOn()
      await from.program.idle()
      must(await from.program.lock.unlock(ownLock))
      const { backupExport } = view(from)
      if (step === 'write') expect(backupExport).toEqual(cutByLock)
      else expect(backupExport).toMatchObject({ kind: 'done', accounts: 3 })
      expect(await readdir(join(path, '..'))).toHaveLength(step === 'write' ? 0 : 1)
    },
  )

  it('asks for no place when Latchkey is locked while the passphrase is looked at', async () => {
    const from = await locking(await withAccounts(all))
    from.desk.path = '/nowhere'
    const begun = call(from, 'backup.export', { contents: 'accounts', passphrase })
    from.program.lock.lock()
    expect(await begun).toEqual(ok({ begun: false }))
    expect(from.desk.proposed).toEqual([])
  })

  it('does not begin when Latchkey is locked while the system asks for a place', async () => {
    const from = await locking(await withAccounts(all))
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-backup-'))
    const asked = settled<undefined>()
    const answer = settled<string>()
    from.desk.whereTo = () => {
      asked.settle(undefined)
      return answer.promise
    }
    const begun = call(from, 'backup.export', { contents: 'accounts', passphrase })
    await asked.promise
    from.program.lock.lock()
    answer.settle(join(folder, 'mine.latchkey'))
    expect(await begun).toEqual(ok({ begun: false }))
    await from.program.idle()
    expect(await readdir(folder)).toEqual([])
  })
})

const ownLock = 'a lock of its own'
const cutByLock = { kind: 'failed', failure: { code: 'latchkey-locked' } }

async function locking(it: Rig): Promise<Rig> {
  must(await it.program.lock.turnOn(ownLock))
  await it.program.idle()
  return it
}

/** Begins to export to a folder of its own and gives the path. */
async function begun(from: Rig): Promise<string> {
  from.desk.path = join(await mkdtemp(join(tmpdir(), 'latchkey-backup-held-')), 'mine.latchkey')
  must(await call(from, 'backup.export', { contents: 'tokens', passphrase }))
  return from.desk.path
}

/** Lets reads wait. */
class SlowKeychain extends FakeKeychain {
  private wait: () => Promise<void> = () => Promise.resolve()

  holdReads(): { readonly begun: Promise<void>; goOn(): void } {
    const begun = settled<undefined>()
    const gate = settled<undefined>()
    this.wait = () => {
      begun.settle(undefined)
      return gate.promise
    }
    return { begun: begun.promise, goOn: () => gate.settle(undefined) }
  }

  override async get(...given: Parameters<FakeKeychain['get']>): Promise<Result<string>> {
    await this.wait()
    return super.get(...given)
  }
}

/** A disk that waits at a step of the backup. */
function heldDisk(step: 'write' | 'syncFolder') {
  const begun = settled<undefined>()
  const gate = settled<undefined>()
  const wait = (at: typeof step, path: string): Promise<undefined> | undefined => {
    if (at !== step || !path.includes('latchkey-backup-held-')) return undefined
    begun.settle(undefined)
    return gate.promise
  }
  const steps: FileSteps = {
    ...fileSteps,
    async write(path, text, how) {
      await wait('write', path)
      return fileSteps.write(path, text, how)
    },
    async syncFolder(path) {
      await wait('syncFolder', path)
      return fileSteps.syncFolder(path)
    },
  }
  return { steps, begun: begun.promise, goOn: () => gate.settle(undefined) }
}
