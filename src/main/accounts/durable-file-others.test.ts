/** A durable file that another program writes as well, or a person puts back by hand. */
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DurableFile, type FileFormat } from './durable-file'
import { fileSteps, type FileSteps } from './file-steps'

const note = z.object({ text: z.string() })
type Note = z.infer<typeof note>

const format: FileFormat<Note> = {
  version: 1,
  empty: { text: '' },
  read: (content) => note.safeParse(content).data,
}

let folder = ''
let path = ''
const open = (steps?: FileSteps): DurableFile<Note> =>
  new DurableFile(path, format, Date.now, steps)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-others-'))
  path = join(folder, 'note.json')
})

afterEach(() => rm(folder, { recursive: true }))

/** What stands in each file of the folder. */
async function texts(): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(folder)).sort()
  return Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  )
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code })
}

describe('a file that somebody else writes as well', () => {
  const changed = { ok: false, failure: { code: 'file-changed' } }

  it('keeps what they have written, and its copy', async () => {
    const [one, other] = [open(), open()]
    await one.load()
    await one.save({ text: 'one' })
    await other.load()
    await other.save({ text: 'other' })
    const before = await texts()
    expect(await one.save({ text: 'from memory' })).toEqual(changed)
    expect(await one.save({ text: 'once more' })).toEqual(changed)
    expect(await texts()).toEqual(before)
    expect(await other.save({ text: 'goes on' })).toMatchObject({ ok: true })
    await one.load()
    expect(await one.save({ text: 'read anew' })).toMatchObject({ ok: true })
  })

  it('keeps what came before the first save, and where there had been nothing', async () => {
    const [one, other] = [open(), open()]
    await one.load()
    await other.load()
    await other.save({ text: 'other' })
    expect(await one.save({ text: 'one' })).toEqual(changed)
    expect((await open().load()).value).toEqual({ text: 'other' })
  })

  it('keeps an earlier state that a person has put back by hand', async () => {
    const file = open()
    await file.load()
    await file.save({ text: 'early' })
    const early = await readFile(path)
    await file.save({ text: 'later' })
    await writeFile(path, early)
    expect(await file.save({ text: 'latest' })).toEqual(changed)
    expect((await open().load()).value).toEqual({ text: 'early' })
  })

  it('goes on where the same content has come back, as from a program that keeps folders alike', async () => {
    const file = open()
    await file.load()
    await file.save({ text: 'one' })
    await writeFile(`${path}.copy`, await readFile(path))
    await rename(`${path}.copy`, path)
    expect(await file.save({ text: 'two' })).toMatchObject({ ok: true })
  })

  it('goes on where the file is gone', async () => {
    const file = open()
    await file.load()
    await file.save({ text: 'one' })
    await rm(path)
    expect(await file.save({ text: 'two' })).toMatchObject({ ok: true })
  })

  it('goes on on a disk that gives other numbers and times each time, or none', async () => {
    let looks = 0
    const look = () =>
      looks++ % 2 === 0 ? Promise.resolve(String(looks)) : Promise.reject(withCode('EIO'))
    const file = open({
      ...fileSteps,
      look: (from) => (from === path ? look() : fileSteps.look(from)),
    })
    await file.load()
    for (const text of ['one', 'two', 'three']) {
      expect(await file.save({ text })).toMatchObject({ ok: true })
    }
  })

  it('goes on after a step that was done, though the disk said that it was not', async () => {
    let lies = true
    const move: FileSteps['move'] = async (from, to) => {
      await fileSteps.move(from, to)
      if (to === path && lies) throw withCode('EIO')
    }
    const file = open({ ...fileSteps, move })
    await file.load()
    for (const text of ['one', 'two']) {
      expect(await file.save({ text })).toMatchObject({ failure: { code: 'disk-failed' } })
    }
    lies = false
    expect(await file.save({ text: 'three' })).toMatchObject({ ok: true })
  })

  it('is not read again for each save while nobody else writes', async () => {
    let reads = 0
    const read: FileSteps['read'] = (from) => {
      reads += 1
      return fileSteps.read(from)
    }
    const file = open({ ...fileSteps, read })
    await file.load()
    await file.save({ text: 'one' })
    reads = 0
    await file.save({ text: 'two' })
    await file.save({ text: 'three' })
    expect(reads).toBe(0)
  })
})
