/** Taking the passphrase away where not all that is sealed can be put back in clear. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { remembered } from '../../../test/fakes/passwords'
import { logIn, must, rig, type Rig } from '../../../test/fakes/program'
import type { AccountId } from '../../shared/account'

const passphrase = 'hovgarden at dusk'

async function turnedOn(...emails: string[]): Promise<Rig> {
  const it = await rig()
  for (const email of emails) await logIn(it, email)
  must(await it.program.lock.turnOn(passphrase))
  await it.program.idle()
  return it
}

function ids({ program }: Rig): AccountId[] {
  return program.views.accounts().map(({ id }) => id)
}

async function opensAll(it: Rig): Promise<boolean> {
  const tokens = await Promise.all(ids(it).map((id) => it.program.sessions.token(id)))
  return tokens.every(({ ok }) => ok)
}

async function turnOff({ program }: Rig): Promise<void> {
  must(await program.lock.turnOff(passphrase))
  await program.idle()
}

async function goOn({ program }: Rig): Promise<void> {
  must(await program.lock.goOn())
  await program.idle()
}

/** The desktop gives another keychain, in which nothing lies; gives the way back. */
function anotherKeychain({ keychain: { secrets } }: Rig): () => void {
  const before = [...secrets]
  secrets.clear()
  return () => {
    for (const [key, secret] of before) secrets.set(key, secret)
  }
}

describe('another keychain', () => {
  it('lets the passphrase stay, and is told at the account that has nothing there', async () => {
    const it = await turnedOn('kim@example.com', 'sam@example.com')
    const back = anotherKeychain(it)
    await turnOff(it)
    const [account] = ids(it)
    const stopped = {
      ...{ kind: 'stopped', to: 'clear', done: 0, total: 2, account },
      failure: { code: 'secret-missing' },
    }
    expect(it.program.lock.view.value).toEqual(stopped)
    await goOn(it)
    expect(it.program.lock.view.value).toEqual(stopped)
    const again = await it.restart()
    back()
    must(await again.program.lock.unlock(passphrase))
    await again.program.idle()
    expect(again.program.lock.view.value).toEqual({ kind: 'off' })
    expect(await opensAll(again)).toBe(true)
  })

  it('is no more in the way once those accounts are logged in to again, or removed', async () => {
    const it = await turnedOn('kim@example.com', 'sam@example.com')
    anotherKeychain(it)
    await turnOff(it)
    await logIn(it, 'kim@example.com')
    const [, sam] = ids(it)
    if (!sam) throw new Error('no account')
    await goOn(it)
    expect(it.program.lock.view.value).toMatchObject({ kind: 'stopped', account: sam })
    must(await it.program.sessions.remove(sam, true))
    await goOn(it)
    expect(it.program.lock.view.value).toEqual({ kind: 'off' })
    expect(await opensAll(it)).toBe(true)
  })

  it('holds no remembered password either, until it is forgotten', async () => {
    const { it } = await remembered()
    must(await it.program.lock.turnOn(passphrase))
    await it.program.idle()
    anotherKeychain(it)
    await turnOff(it)
    const [account] = ids(it)
    if (!account) throw new Error('no account')
    expect(it.program.lock.view.value).toMatchObject({
      ...{ kind: 'stopped', account },
      failure: { code: 'secret-missing' },
    })
    const forgotten = await it.program.handlers['accounts.forgetPassword'](
      { account },
      { windowId: 1, paste: () => undefined },
    )
    must(forgotten)
    await goOn(it)
    expect(it.program.lock.view.value).toEqual({ kind: 'off' })
  })

  it('lets a passphrase be set all the same', async () => {
    const it = await rig()
    await logIn(it, 'kim@example.com')
    anotherKeychain(it)
    must(await it.program.lock.turnOn(passphrase))
    await it.program.idle()
    expect(it.program.lock.view.value).toEqual({ kind: 'open' })
  })
})

describe('a list that may lack accounts', () => {
  /** The book of a program that has ended is as given, and this one starts on it. */
  async function onBook(it: Rig, change: (book: string) => string): Promise<Rig> {
    await it.program.close()
    for (const name of ['book.json', 'book.json.bak']) {
      const path = join(it.folder, name)
      await writeFile(path, change(await readFile(path, 'utf8')))
    }
    return rig({ folder: it.folder, keychain: it.keychain })
  }

  const newer = () => '{"version":99,"people":[]}'
  const unreadable = [
    ['is of a newer version', newer, 'book-read-only'],
    ['is damaged', () => '{"version":1,"acc', 'book-damaged'],
  ] as const

  it.each(unreadable)('because it %s leaves the passphrase as it is', async (_, change, code) => {
    const before = await turnedOn('kim@example.com')
    const it = await onBook(before, change)
    const { lock } = it.program
    must(await lock.unlock(passphrase))
    expect(await lock.turnOff(passphrase)).toMatchObject({ ok: false, failure: { code } })
    expect(lock.view.value).toEqual({ kind: 'open' })
  })

  it.each(unreadable)('because it %s lets none be set', async (_, change, code) => {
    const before = await rig()
    await logIn(before, 'kim@example.com')
    const { lock } = (await onBook(before, change)).program
    expect(await lock.turnOn(passphrase)).toMatchObject({ ok: false, failure: { code } })
    expect(lock.view.value).toEqual({ kind: 'off' })
  })

  it('stops what was begun before, which goes on with the whole list', async () => {
    const before = await turnedOn('kim@example.com')
    const clear = before.keychain.hold('session')
    must(await before.program.lock.turnOff(passphrase))
    await clear.begun
    before.program.lock.stop()
    clear.goOn()
    await before.program.idle()
    const book = await readFile(join(before.folder, 'book.json'), 'utf8')
    const between = await onBook(before, newer)
    must(await between.program.lock.unlock(passphrase))
    await between.program.idle()
    expect(between.program.lock.view.value).toEqual({
      ...{ kind: 'stopped', to: 'clear', done: 0, total: 0 },
      failure: { code: 'book-read-only' },
    })
    const again = await onBook(between, () => book)
    must(await again.program.lock.unlock(passphrase))
    await again.program.idle()
    expect(again.program.lock.view.value).toEqual({ kind: 'off' })
    expect(await opensAll(again)).toBe(true)
  })
})
