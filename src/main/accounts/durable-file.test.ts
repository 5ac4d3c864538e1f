import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { DurableFile, type FileFormat } from './durable-file'

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

describe('a durable file', () => {
  let folder = ''
  let path = ''
  const open = (): DurableFile<Note> => new DurableFile(path, format, () => 0)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-file-'))
    path = join(folder, 'note.json')
  })

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
})
