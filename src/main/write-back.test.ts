/** Files of which only the last good copy was left, over several starts. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { logIn, must, rig, theId, type Rig } from '../../test/fakes/program'
import { fileSteps, type FileSteps } from './accounts/file-steps'

const passphrase = 'hovgarden at dusk'
const caller = { windowId: 1, paste: () => undefined }
const names = ['book.json', 'settings.json', 'lock.json'] as const
type Name = (typeof names)[number]

/** A profile with an account, a passphrase, and scripts that were allowed and then were not. */
async function profile(): Promise<Rig> {
  const it = await rig()
  await logIn(it, 'kim@example.com')
  const account = theId(it.program.views.accounts()[0])
  // The copy, too, is of an account that waits for nothing: else a start would finish that.
  await it.program.handlers['accounts.describe']({ account, label: 'Kim' }, caller)
  must(await it.program.lock.turnOn(passphrase))
  must(await it.program.settings.change({ scripts: 'on' }))
  must(await it.program.settings.change({ scripts: 'off' }))
  await it.program.idle()
  await it.program.close()
  return it
}

/** A start to its first window and behind it, and its end; gives how it found the file. */
async function started(it: Rig, name: Name, steps: FileSteps = fileSteps) {
  const { folder, keychain } = it
  const { program } = await rig({ folder, keychain, fileSteps: steps })
  const { book, settingsFile, lockFile } = program.mirror.snapshot()
  const found = { 'book.json': book, 'settings.json': settingsFile, 'lock.json': lockFile }
  const { isOn } = program.lock
  must(await program.lock.unlock(passphrase))
  await program.writeBack()
  await program.idle()
  await program.close()
  const { scripts } = program.settings.value
  return { kind: found[name].kind, isOn, scripts, accounts: program.views.accounts().length }
}

async function spoil({ folder }: Rig, name: string): Promise<void> {
  await writeFile(join(folder, name), '\0\0\0')
}

const asBefore = { isOn: true, scripts: 'off', accounts: 1 }

it.each(names)('%s stands twice again after the start that restored it', async (name) => {
  const it = await profile()
  await spoil(it, name)
  expect(await started(it, name)).toEqual({ kind: 'restored', ...asBefore })
  expect(await readdir(it.folder)).toEqual(expect.arrayContaining([name, `${name}.bak`]))
  expect(await started(it, name)).toEqual({ kind: 'fine', ...asBefore })
  await spoil(it, `${name}.bak`)
  expect(await started(it, name)).toEqual({ kind: 'fine', ...asBefore })
})

it.each(names)('%s is told again by the next start where the disk refused it', async (name) => {
  const it = await profile()
  await spoil(it, name)
  const full: FileSteps = {
    ...fileSteps,
    write: (path, text, fresh) =>
      basename(path) === `${name}.new`
        ? Promise.reject(Object.assign(new Error(path), { code: 'ENOSPC' }))
        : fileSteps.write(path, text, fresh),
  }
  expect((await started(it, name, full)).kind).toBe('restored')
  expect(await started(it, name)).toEqual({ kind: 'restored', ...asBefore })
  expect((await started(it, name)).kind).toBe('fine')
})

it('no file is written where nothing was restored', async () => {
  const it = await profile()
  const written: string[] = []
  const noting: FileSteps = {
    ...fileSteps,
    write: (path, text, fresh) => {
      written.push(basename(path))
      return fileSteps.write(path, text, fresh)
    },
  }
  const before = await readFile(join(it.folder, 'book.json'), 'utf8')
  await started(it, 'book.json', noting)
  const ofThese = written.filter((one) => names.some((name) => one === `${name}.new`))
  expect(ofThese).toEqual([])
  expect(await readFile(join(it.folder, 'book.json'), 'utf8')).toBe(before)
})
