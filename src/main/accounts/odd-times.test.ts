import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { logIn, must, rig, theId } from '../../../test/fakes/program'

/** As an earlier version may have taken it from elsewhere. */
const nanoseconds = 1_790_000_000_000_000_000

/** What stands in the book, or what a start after a crash finds in the keychain. */
const places = ['the book', 'the keychain']

it.each(places)(
  'times that are none, in %s, cost no account and nothing that is shown',
  async (place) => {
    const before = await rig()
    before.script.verify = () =>
      Promise.resolve({
        access: 'token',
        refresh: 'again',
        accessExpiresAt: Date.now() + 3_600_000,
      })
    await logIn(before, 'a@b.c')
    await before.program.idle()
    await before.program.close()
    const spoil = (text: string): string =>
      text.replaceAll(/("(?:\w+At|at|since|refreshUntil)":\s*)\d+/g, `$1${nanoseconds}`)
    for (const name of ['book', 'activity', 'outcomes', 'history']) {
      const path = join(before.folder, `${name}.json`)
      const text = await readFile(path, 'utf8')
      expect(spoil(text)).not.toBe(text)
      const cut =
        place === 'the keychain' ? '"hasSecret":false,"storing":"login"' : '"hasSecret":true'
      await writeFile(path, spoil(text).replace(/"hasSecret":\s*true/, cut))
    }
    for (const [key, secret] of before.keychain.secrets)
      before.keychain.secrets.set(key, spoil(secret))

    const { program } = await before.restart()
    await program.idle()
    expect(program.mirror.snapshot().book).toEqual({ kind: 'fine' })
    await expect.poll(() => program.views.accounts()[0]?.hasSecret).toBe(true)
    const [account] = program.views.accounts()
    const details = program.views.details(theId(account))
    if (!details) throw new Error('Expected details')
    const { createdAt, checkedAt, verifiedAt, history } = details
    const shown = [
      ...[account?.tokenExpiresAt, account?.lastUsedAt, createdAt, checkedAt, verifiedAt],
      ...history.map(({ at }) => at),
    ]
    for (const at of shown) expect(() => new Date(at ?? 0).toISOString()).not.toThrow()
    expect(history.length).toBeGreaterThan(2)
    expect(must(await program.sessions.token(theId(account)))).toBe('token')
  },
)
