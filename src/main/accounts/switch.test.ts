import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeCrowd } from '../../../test/fakes/crowd'
import { must, rig, theId, type Rig } from '../../../test/fakes/program'
import { applyChange } from '../../renderer/stores/apply-change'
import { tagLimit } from '../../shared/account'
import type { Change } from '../../shared/contract'
import { packChange, packSnapshot } from '../../shared/pack'

const count = 10_000

/** The accounts that are switched to; they stand far apart. */
const places = [17, 4_711] as const

/** Ten thousand accounts, of which those that are switched to bear `more` than they usually would. */
async function crowded(more: Readonly<Record<string, unknown>> = {}): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-many-'))
  await writeCrowd(folder, count, [{ adapter: 'made-up', baseUrl: 'https://api.made-up.example' }])
  const path = join(folder, 'book.json')
  const book = JSON.parse(await readFile(path, 'utf8')) as { accounts: object[] }
  for (const place of places) Object.assign(book.accounts[place] ?? {}, more)
  await writeFile(path, JSON.stringify(book))
  return rig({ folder })
}

/** The longest that an account can come to, in letters that take three bytes each. */
const longest = {
  label: '長'.repeat(80),
  colour: 'orange',
  tags: Array.from({ length: tagLimit }, (_, index) => String(index) + '長'.repeat(31)),
  passwordRemembered: true,
  refreshable: true,
  pending: {
    flow: 'login',
    step: { step: 'code', email: `${'a'.repeat(240)}@mail.example.org`, unsure: false },
    since: 1_790_000_000_000,
  },
}

async function writtenAt(it: Rig, name: string): Promise<number> {
  return stat(join(it.folder, name)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
}

describe(`a switch among ${count} accounts`, { timeout: 60_000 }, () => {
  it.each([
    ['as they usually are', {}],
    ['that bear as much as they can', longest],
  ])('%s asks nobody, writes one small file and sends one small event', async (_, more) => {
    const it = await crowded(more)
    const accounts = it.program.views.accounts()
    must(await it.program.quickLogin.activate(theId(accounts[places[0]])))
    await it.program.idle()
    const before = {
      keychain: it.keychain.calls,
      http: it.sent(),
      book: await writtenAt(it, 'book.json'),
      outcomes: await writtenAt(it, 'outcomes.json'),
    }
    const early = it.program.mirror.snapshot()
    const changes: Change[] = []
    it.program.mirror.onChange((change) => changes.push(change))

    must(await it.program.quickLogin.activate(theId(accounts[places[1]])))
    await it.program.idle()

    expect(it.keychain.calls).toBe(before.keychain)
    expect(it.sent()).toBe(before.http)
    expect(await writtenAt(it, 'book.json')).toBe(before.book)
    expect(await writtenAt(it, 'outcomes.json')).toBe(before.outcomes)
    const written = await readFile(join(it.folder, 'activity.json'), 'utf8')
    expect(written).toContain(theId(accounts[places[1]]))
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(4_096)
    const sizes = changes.map((change) => bytesOf(packChange(change)))
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeLessThanOrEqual(1_024)
    // A window that was there and one that opens now show the same.
    const [change] = changes
    const shown = change && applyChange({ ...early, rev: change.rev - 1 }, change).accounts
    expect(shown).toEqual(it.program.mirror.snapshot().accounts)
  })

  it('is drawn by a window that opened late from one message of less than two megabytes', async () => {
    const it = await crowded()
    const snapshot = packSnapshot(it.program.mirror.snapshot())
    expect(snapshot.accounts.rows).toHaveLength(count)
    expect(bytesOf(snapshot)).toBeLessThan(2_000_000)
  })
})

function bytesOf(message: unknown): number {
  return Buffer.byteLength(JSON.stringify(message))
}
