import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { madeUpServer, must, rig, theId, type Rig } from '../../../test/fakes/program'
import type { Change } from '../../shared/contract'

const count = 10_000

async function crowded(): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-many-'))
  const accounts = Array.from({ length: count }, (_, index) => ({
    id: `account-${index}`,
    adapter: 'made-up',
    server: madeUpServer,
    email: `person.${index}@example.org`,
    label: `person.${index}@example.org`,
    position: index,
    createdAt: 1_790_000_000_000,
    hasSecret: true,
    passwordRemembered: false,
  }))
  const book = { version: 1, accounts, sites: [], settings: {} }
  await writeFile(join(folder, 'book.json'), JSON.stringify(book))
  return rig({ folder })
}

async function writtenAt(it: Rig, name: string): Promise<number> {
  return stat(join(it.folder, name)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
}

describe(`a switch among ${count} accounts`, () => {
  it('asks nobody, writes one small file and sends one small event', async () => {
    const it = await crowded()
    const accounts = it.program.views.accounts()
    must(await it.program.quickLogin.activate(theId(accounts[17])))
    await it.program.idle()
    const before = {
      keychain: it.keychain.calls,
      http: it.sent(),
      book: await writtenAt(it, 'book.json'),
      outcomes: await writtenAt(it, 'outcomes.json'),
    }
    const changes: Change[] = []
    it.program.mirror.onChange((change) => changes.push(change))

    must(await it.program.quickLogin.activate(theId(accounts[4_711])))
    await it.program.idle()

    expect(it.keychain.calls).toBe(before.keychain)
    expect(it.sent()).toBe(before.http)
    expect(await writtenAt(it, 'book.json')).toBe(before.book)
    expect(await writtenAt(it, 'outcomes.json')).toBe(before.outcomes)
    const written = await readFile(join(it.folder, 'activity.json'), 'utf8')
    expect(written).toContain('account-4711')
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(4_096)
    expect(changes).toHaveLength(1)
    expect(Buffer.byteLength(JSON.stringify(changes[0]))).toBeLessThanOrEqual(1_024)
  })
})
