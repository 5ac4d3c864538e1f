import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { must, rig, type Rig } from '../../../test/fakes/program'
import { fileSteps, type FileSteps } from '../accounts/file-steps'
import { lockFormat, openRecord, type LockContent } from './lock-record'

const passphrase = 'hovgarden at dusk'
const next = 'a lantern for kim'

/** A disk that writes the lock's record as often as it is given leave to. */
function meagreDisk() {
  const leave = { writes: Infinity }
  const steps: FileSteps = {
    ...fileSteps,
    write: (path, text, fresh) => {
      if (basename(path) !== 'lock.json.new' || leave.writes-- > 0) {
        return fileSteps.write(path, text, fresh)
      }
      return Promise.reject(Object.assign(new Error(path), { code: 'ENOSPC' }))
    },
  }
  return { steps, leave }
}

async function lockIn({ folder }: Rig, name: string): Promise<LockContent> {
  const content = lockFormat.read(JSON.parse(await readFile(join(folder, name), 'utf8')))
  if (!content) throw new Error(`${name} is damaged`)
  return content
}

/** Whether the last good copy opens with a passphrase. */
async function copyOpensWith(it: Rig, word: string): Promise<boolean> {
  const { record } = await lockIn(it, 'lock.json.bak')
  return record !== undefined && (await openRecord(record, word)) !== undefined
}

/** The passphrase is changed, and the disk is full before the copy is. */
async function halfChanged() {
  const disk = meagreDisk()
  const it = await rig({ fileSteps: disk.steps })
  must(await it.program.lock.turnOn(passphrase))
  await it.program.idle()
  disk.leave.writes = 1
  must(await it.program.lock.change(passphrase, next))
  return { it, ...disk }
}

it('a copy that still opens with the earlier passphrase is told of, and renewed by the next start', async () => {
  const { it, leave } = await halfChanged()
  expect(await copyOpensWith(it, passphrase)).toBe(true)
  expect(it.program.lock.view.value).toEqual({ kind: 'open', oldCopy: true })
  expect(it.logged()).toContain('disk-failed ENOSPC')
  leave.writes = Infinity
  const again = await it.restart()
  await again.program.idle()
  expect(await copyOpensWith(again, passphrase)).toBe(false)
  expect(await copyOpensWith(again, next)).toBe(true)
  expect(await lockIn(again, 'lock.json')).not.toHaveProperty('owesCopy')
  must(await again.program.lock.unlock(next))
  await again.program.idle()
  expect(again.program.lock.view.value).toEqual({ kind: 'open' })
})

it('a copy is owed until the disk takes it, and each unlock tries again', async () => {
  const { it, leave } = await halfChanged()
  const { lock } = it.program
  const unlockedAgain = async () => {
    lock.lock()
    must(await lock.unlock(next))
    await it.program.idle()
    return lock.view.value
  }
  expect(await unlockedAgain()).toEqual({ kind: 'open', oldCopy: true })
  leave.writes = Infinity
  expect(await unlockedAgain()).toEqual({ kind: 'open' })
  expect(await copyOpensWith(it, passphrase)).toBe(false)
})

it('the next change of the record makes up for the copy, too', async () => {
  const { it, leave } = await halfChanged()
  leave.writes = 1
  must(await it.program.lock.change(next, 'a third one for bo'))
  expect(await copyOpensWith(it, passphrase)).toBe(false)
  expect(await copyOpensWith(it, next)).toBe(true)
  expect(it.program.lock.view.value).toEqual({ kind: 'open', oldCopy: true })
})
