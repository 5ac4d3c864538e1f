import {
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endingAfter, failingDisk } from '../../../test/fakes/failing-disk'
import { DurableFile, type FileFormat } from './durable-file'
import { fileSteps, type FileSteps } from './file-steps'

interface Note {
  readonly text: string
}

const format: FileFormat<Note> = {
  version: 2,
  empty: { text: '' },
  read: (content) =>
    typeof content === 'object' && content !== null && 'text' in content
      ? { text: String(content.text) }
      : undefined,
}

let folder = ''
let path = ''
const open = (steps?: FileSteps): DurableFile<Note> => new DurableFile(path, format, () => 0, steps)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-file-'))
  path = join(folder, 'note.json')
})

afterEach(() => rm(folder, { recursive: true }))

describe('a durable file', () => {
  it('begins empty and gives back what was saved', async () => {
    expect(await open().load()).toEqual({ kind: 'fine', value: { text: '' } })
    expect(await open().save({ text: 'one' })).toEqual({ ok: true, value: undefined })
    expect(await open().load()).toEqual({ kind: 'fine', value: { text: 'one' } })
  })

  it('is readable by its owner alone and leaves no draft behind', async () => {
    await open().save({ text: 'one' })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['note.json'])
  })

  it('sets a torn file aside and goes on from the last good copy', async () => {
    await open().save({ text: 'one' })
    await open().save({ text: 'two' })
    await writeFile(path, '{"version":2,"te')
    const loaded = await open().load()
    expect(loaded).toMatchObject({ kind: 'restored', value: { text: 'one' } })
    expect(await readdir(folder)).toContain('note.json.damaged-1970-01-01T00-00-00.000Z')
  })

  it('says so when there is no good copy, and keeps the damaged file', async () => {
    await writeFile(path, 'not json')
    const loaded = await open().load()
    expect(loaded.kind).toBe('damaged')
    const aside = join(folder, 'note.json.damaged-1970-01-01T00-00-00.000Z')
    expect(await readFile(aside, 'utf8')).toBe('not json')
  })

  it('opens a file of a newer version read-only', async () => {
    await writeFile(path, '{"version":3,"text":"later","more":1}')
    const file = open()
    expect(await file.load()).toEqual({ kind: 'newer', value: { text: 'later' } })
    const saved = await file.save({ text: 'older' })
    expect(saved).toMatchObject({ ok: false, failure: { code: 'book-read-only' } })
    expect(await readFile(path, 'utf8')).toContain('later')
  })

  it('restores the copy when the file itself is gone', async () => {
    await open().save({ text: 'one' })
    await open().save({ text: 'two' })
    await rm(path)
    expect(await open().load()).toMatchObject({ kind: 'restored', value: { text: 'one' } })
  })

  it('keeps the old content when the disk refuses', async () => {
    const file = open()
    await file.save({ text: 'one' })
    await mkdir(`${path}.new`)
    const saved = await file.save({ text: 'two' })
    expect(saved).toMatchObject({ ok: false, failure: { code: 'disk-failed' } })
    expect(await open().load()).toMatchObject({ value: { text: 'one' } })
  })

  it('sets a broken copy aside where the file itself is gone', async () => {
    await writeFile(`${path}.bak`, '{"version":2,"te')
    const name = 'note.json.bak.damaged-1970-01-01T00-00-00.000Z'
    const file = open()
    expect(await file.load()).toEqual({ kind: 'damaged', value: { text: '' }, setAside: name })
    await file.save({ text: 'one' })
    await file.save({ text: 'two' })
    expect(await readFile(join(folder, name), 'utf8')).toBe('{"version":2,"te')
  })

  it('deletes neither of two broken files', async () => {
    await writeFile(path, 'not json')
    await writeFile(`${path}.bak`, 'nor this')
    expect((await open().load()).kind).toBe('damaged')
    const left = await readdir(folder)
    const texts = await Promise.all(left.map((name) => readFile(join(folder, name), 'utf8')))
    expect(texts.sort()).toEqual(['nor this', 'not json'])
  })

  it.each([['gone'], ['broken']])(
    'leaves the copy of a newer version alone where the file is %s',
    async (how) => {
      if (how === 'broken') await writeFile(path, 'not json')
      await writeFile(`${path}.bak`, '{"version":3,"text":"later"}')
      const before = await readdir(folder)
      const file = open()
      expect(await file.load()).toEqual({ kind: 'newer', value: { text: 'later' } })
      const saved = await file.save({ text: 'older' })
      expect(saved).toMatchObject({ ok: false, failure: { code: 'book-read-only' } })
      expect(await readdir(folder)).toEqual(before)
    },
  )
})

/** How things stood before the save that goes wrong; each leaves "old" as what was saved last. */
const scenes: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'file and copy',
    async () => {
      await open().save({ text: 'older' })
      await open().save({ text: 'old' })
    },
  ],
  [
    'a file without a copy',
    async () => {
      await open().save({ text: 'old' })
    },
  ],
  [
    'a copy without the file',
    async () => {
      await open().save({ text: 'old' })
      await rename(path, `${path}.bak`)
    },
  ],
  [
    'a torn file and its copy',
    async () => {
      await open().save({ text: 'old' })
      await open().save({ text: 'never read' })
      await writeFile(path, '{"version":2,"te')
    },
  ],
  [
    'what a crash before the last step left',
    async () => {
      await open().save({ text: 'old' })
      await link(path, `${path}.bak`)
      await link(path, `${path}.bak.new`)
      await writeFile(`${path}.new`, '{"version":2,"text":"dra')
    },
  ],
]

describe.each(scenes)('a save over %s', (_scene, arrange) => {
  beforeEach(arrange)

  it('loses nothing, whichever step a crash comes before', async () => {
    const before = await snapshot()
    const kept: string[] = []
    for (let allowed = 0; ; allowed += 1) {
      await restore(before)
      const { steps, crashed } = endingAfter(allowed)
      const file = open(steps)
      await file.load().catch(() => undefined)
      const saved = await file.save({ text: 'new' })
      const { text } = (await open().load()).value
      kept.push(text)
      expect(saved.ok).toBe(text === 'new')
      expect(await open().save({ text: 'newest' })).toMatchObject({ ok: true })
      expect((await open().load()).value).toEqual({ text: 'newest' })
      if (!crashed()) break
    }
    // At first what was there, and at some step, once and for all, what was saved.
    const turn = kept.indexOf('new')
    expect(turn).toBeGreaterThan(3)
    expect(new Set(kept.slice(0, turn))).toEqual(new Set(['old']))
    expect(new Set(kept.slice(turn))).toEqual(new Set(['new']))
  })

  it.each(['alone', 'and all after it'])(
    'tells what a start would find, whichever step the disk refuses, %s',
    async (how) => {
      const before = await snapshot()
      const told: boolean[] = []
      for (let at = 1; ; at += 1) {
        await restore(before)
        const { steps, count } = failingDisk('EIO', at, how !== 'alone')
        const file = open(steps)
        await file.load().catch(() => undefined)
        const saved = await file.save({ text: 'new' })
        expect((await open().load()).value.text).toBe(saved.ok ? 'new' : 'old')
        const wasLast = count() < at
        // Whatever became of it, what stands there is the program's own.
        const again = await file.save({ text: 'again' })
        expect(again).not.toMatchObject({ failure: { code: 'file-changed' } })
        expect(await open().save({ text: 'newest' })).toMatchObject({ ok: true })
        expect((await open().load()).value).toEqual({ text: 'newest' })
        if (wasLast) break
        told.push(saved.ok)
      }
      expect(told.length).toBeGreaterThan(4)
      expect(told).toContain(false)
    },
  )

  it('loses nothing when the disk refuses the last step', async () => {
    const refusing: FileSteps = {
      ...fileSteps,
      move: (from, to) =>
        to === path ? Promise.reject(withCode('EIO')) : fileSteps.move(from, to),
    }
    const file = open(refusing)
    await file.load()
    for (const text of ['new', 'newer']) {
      const saved = await file.save({ text })
      expect(saved).toMatchObject({ ok: false, failure: { code: 'disk-failed', detail: 'EIO' } })
    }
    expect((await open().load()).value).toEqual({ text: 'old' })
    expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})

it('that the disk refuses without a code names none', async () => {
  const move = () => Promise.reject(new Error('Nobody knows why'))
  const saved = await open({ ...fileSteps, move }).save({ text: 'new' })
  expect(saved.ok ? saved : JSON.stringify(saved.failure)).toBe('{"code":"disk-failed"}')
})

it('is saved only when the folder is on the disk, too, after the file has its name', async () => {
  const done: string[] = []
  const noting: FileSteps = {
    ...fileSteps,
    move: (from, to) => {
      done.push(`move to ${basename(to)}`)
      return fileSteps.move(from, to)
    },
    syncFolder: (name) => {
      done.push(name === folder ? 'sync' : `sync ${name}`)
      return fileSteps.syncFolder(name)
    },
  }
  await open(noting).save({ text: 'one' })
  expect(done).toEqual(['move to note.json', 'sync'])
})

interface Folder {
  readonly texts: ReadonlyMap<string, string>
  readonly sameFile: readonly string[]
}

/** The folder's files with what is in them, and which of them are one file under several names. */
async function snapshot(): Promise<Folder> {
  const texts = new Map<string, string>()
  const sameFile: string[] = []
  const inode = (await stat(path).catch(() => undefined))?.ino
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    texts.set(file, await readFile(file, 'utf8'))
    if (file !== path && (await stat(file)).ino === inode) sameFile.push(file)
  }
  return { texts, sameFile }
}

async function restore({ texts, sameFile }: Folder): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name))
  for (const [file, text] of texts) if (!sameFile.includes(file)) await writeFile(file, text)
  for (const file of sameFile) await link(path, file)
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code })
}
