import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeCrowd } from '../../../test/fakes/crowd'
import { must, rig, theId, type Rig } from '../../../test/fakes/program'
import type { Change } from '../../shared/contract'
import { packChange, packSnapshot } from '../../shared/pack'

const count = 10_000

async function crowded(): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-many-'))
  await writeCrowd(folder, count, [{ adapter: 'made-up', baseUrl: 'https://api.made-up.example' }])
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
    expect(written).toContain(theId(accounts[4_711]))
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(4_096)
    const sizes = changes.map((change) => bytesOf(packChange(change)))
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeLessThanOrEqual(1_024)
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
