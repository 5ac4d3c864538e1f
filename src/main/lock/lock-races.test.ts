/** What comes while the lock is on its way from one state to another. */
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { logIn, must, rig, type Rig } from '../../../test/fakes/program'
import type { AccountId } from '../../shared/account'
import { fileSteps, type FileSteps } from '../accounts/file-steps'

const passphrase = 'hovgarden at dusk'

/** A disk on which writing the lock's record can be held. */
function slowDisk() {
  const waiting: (() => void)[] = []
  let holds: (text: string) => boolean = () => false
  let arrived: () => void = () => undefined
  const steps: FileSteps = {
    ...fileSteps,
    write: async (path, text) => {
      if (basename(path) === 'lock.json.new' && holds(text)) {
        await new Promise<void>((goOn) => {
          waiting.push(goOn)
          arrived()
        })
      }
      return fileSteps.write(path, text)
    },
  }
  return {
    steps,
    /** Resolves when the next write of the record waits, or of one that is as asked for. */
    hold: (which: (text: string) => boolean = () => true): Promise<void> => {
      holds = which
      return new Promise((resolve) => (arrived = resolve))
    },
    release: (): void => {
      holds = () => false
      for (const goOn of waiting.splice(0)) goOn()
    },
  }
}

async function onSlowDisk(...emails: string[]) {
  const disk = slowDisk()
  const it = await rig({ fileSteps: disk.steps })
  for (const email of emails) await logIn(it, email)
  await it.program.idle()
  return { it, disk, lock: it.program.lock }
}

function stored({ keychain }: Rig): string[] {
  return [...keychain.secrets.values()]
}

async function opensAll({ program }: Rig): Promise<boolean> {
  const ids: AccountId[] = program.views.accounts().map(({ id }) => id)
  const tokens = await Promise.all(ids.map((id) => program.sessions.token(id)))
  return tokens.every(({ ok }) => ok)
}

describe('locking', () => {
  it('while the passphrase is being set leaves Latchkey locked', async () => {
    const { it, disk, lock } = await onSlowDisk('kim@example.com')
    const held = disk.hold()
    const turned = lock.turnOn(passphrase)
    await held
    lock.lock()
    disk.release()
    must(await turned)
    expect(lock.view.value.kind).toBe('locked')
    must(await lock.unlock(passphrase))
    await it.program.idle()
    expect(stored(it)[0]).toMatch(/^latchkey-sealed:/)
    expect(await opensAll(it)).toBe(true)
  })

  it('while the passphrase is being taken away holds, and taking it away goes on later', async () => {
    const { it, disk, lock } = await onSlowDisk('kim@example.com')
    must(await lock.turnOn(passphrase))
    await it.program.idle()
    const held = disk.hold()
    const turned = lock.turnOff(passphrase)
    await held
    lock.lock()
    disk.release()
    await turned
    expect(lock.isLocked).toBe(true)
    expect(lock.view.value.kind).toBe('locked')
    expect(await opensAll(it)).toBe(false)
    must(await lock.unlock(passphrase))
    await it.program.idle()
    expect(lock.view.value).toEqual({ kind: 'off' })
    expect(stored(it)[0]).toMatch(/^\{/)
  })

  it('when the last secret is in clear comes too late, and loses no token that arrives', async () => {
    const { it, disk, lock } = await onSlowDisk('kim@example.com')
    must(await lock.turnOn(passphrase))
    await it.program.idle()
    const last = disk.hold((text) => !text.includes('"record"'))
    must(await lock.turnOff(passphrase))
    await last
    lock.lock()
    await logIn(it, 'sam@example.com')
    disk.release()
    await it.program.idle()
    expect(lock.view.value).toEqual({ kind: 'off' })
    expect(await opensAll(it)).toBe(true)
  })

  it('and unlocking while secrets are sealed leaves one run, which comes to its end', async () => {
    const { it, lock } = await onSlowDisk('kim@example.com', 'sam@example.com')
    const sealing = it.keychain.hold('session')
    must(await lock.turnOn(passphrase))
    await sealing.begun
    lock.lock()
    const unlocked = lock.unlock(passphrase)
    sealing.goOn()
    must(await unlocked)
    await it.program.idle()
    expect(lock.view.value).toEqual({ kind: 'open' })
    expect(stored(it).every((text) => text.startsWith('latchkey-sealed:'))).toBe(true)
  })
})

describe('a passphrase', () => {
  it('is neither set nor taken away while secrets are kept in memory', async () => {
    const { it, lock } = await onSlowDisk('kim@example.com')
    it.keychain.become({ kind: 'memory' })
    expect(await lock.turnOn(passphrase)).toMatchObject({
      failure: { code: 'keychain-unavailable' },
    })
    it.keychain.become({ kind: 'ready' })
    must(await lock.turnOn(passphrase))
    await it.program.idle()
    it.keychain.become({ kind: 'memory' })
    expect(await lock.turnOff(passphrase)).toMatchObject({
      failure: { code: 'keychain-unavailable' },
    })
    expect(lock.view.value).toEqual({ kind: 'open' })
  })

  it('is not said to be changed when it is gone by then', async () => {
    const { it, disk, lock } = await onSlowDisk('kim@example.com')
    must(await lock.turnOn(passphrase))
    await it.program.idle()
    const last = disk.hold((text) => !text.includes('"record"'))
    must(await lock.turnOff(passphrase))
    await last
    const changed = lock.change(passphrase, 'sigtuna before noon')
    disk.release()
    expect(await changed).toMatchObject({ failure: { code: 'unsupported' } })
    expect(lock.view.value).toEqual({ kind: 'off' })
  })

  it('whose record is damaged in both its places is told to be gone', async () => {
    const { it } = await onSlowDisk('kim@example.com')
    must(await it.program.lock.turnOn(passphrase))
    await it.program.close()
    await writeFile(join(it.folder, 'lock.json'), '{"version":1,"rec')
    await writeFile(join(it.folder, 'lock.json.bak'), '')
    const again = await it.restart()
    const { lock, lockFile, accounts } = again.program.mirror.snapshot()
    expect(lock).toEqual({ kind: 'off' })
    expect(lockFile).toMatchObject({ kind: 'damaged' })
    expect(accounts).toHaveLength(1)
    expect(await opensAll(again)).toBe(false)
  })

  it('whose record a newer version has written is not taken for none', async () => {
    const { it } = await onSlowDisk('kim@example.com')
    await it.program.close()
    await writeFile(join(it.folder, 'lock.json'), '{"version":2,"record":{"phase":"on"}}')
    await expect(it.restart()).rejects.toThrow(/newer Latchkey/)
  })
})
