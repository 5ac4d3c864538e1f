/** The log's file on a real disk: modes, size, and disks that refuse. */
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LogFile } from '../../../src/main/diagnostics/log-file'

let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'latchkey-log-'))
  folder = join(home, 'logs')
})
afterEach(() => rm(home, { recursive: true, force: true }))

function begun(options: ConstructorParameters<typeof LogFile>[0]): LogFile {
  const file = new LogFile(options)
  file.begin()
  return file
}

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777
const lines = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `line ${from + index}`)

describe('the log file', () => {
  it('is left alone until it begins, for it may be that of a program that runs already', async () => {
    const file = new LogFile({ folder })
    file.write('early')
    expect(await file.flush()).toBe(false)
    file.flushNow()
    await expect(stat(folder)).rejects.toThrow('ENOENT')
    file.begin()
    await file.flush()
    expect(await readFile(file.path, 'utf8')).toBe('early\n')
  })

  it('is written in batches, in order, for this user only', async () => {
    const file = begun({ folder })
    for (const line of lines(0, 50)) file.write(line)
    await expect(stat(folder)).rejects.toThrow('ENOENT')
    expect(await file.flush()).toBe(true)
    expect(await readFile(file.path, 'utf8')).toBe(`${lines(0, 50).join('\n')}\n`)
    if (process.platform === 'win32') return
    expect(await modeOf(folder)).toBe(0o700)
    expect(await modeOf(file.path)).toBe(0o600)
  })

  it.skipIf(process.platform === 'win32')('takes back what others could read', async () => {
    await mkdir(folder, { mode: 0o755 })
    await writeFile(join(folder, 'latchkey.log'), 'before\n', { mode: 0o644 })
    const file = begun({ folder })
    file.write('after')
    await file.flush()
    expect(await modeOf(folder)).toBe(0o700)
    expect(await modeOf(file.path)).toBe(0o600)
    expect(await readFile(file.path, 'utf8')).toBe('before\nafter\n')
  })

  it('begins a new file before one grows too large, and keeps a few', async () => {
    const file = begun({ folder, maxBytes: 100, files: 3 })
    for (const line of lines(100, 160)) {
      file.write(line)
      await file.flush()
    }
    const names = (await readdir(folder)).sort()
    expect(names).toEqual(['latchkey.1.log', 'latchkey.2.log', 'latchkey.log'])
    for (const name of names) expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(100)
    expect(await file.recent(14)).toEqual(lines(146, 160))
  })

  it('keeps a batch that is larger than a file whole', async () => {
    const file = begun({ folder, maxBytes: 20, files: 2 })
    for (const line of lines(0, 30)) file.write(line)
    await file.flush()
    expect(await file.recent(30)).toEqual(lines(0, 30))
  })

  it('is there again after somebody has deleted its folder', async () => {
    const file = begun({ folder })
    file.write('one')
    await file.flush()
    await rm(folder, { recursive: true })
    file.write('two')
    expect(await file.flush()).toBe(true)
    expect(await readFile(file.path, 'utf8')).toBe('two\n')
  })

  it('breaks nothing where the disk refuses, and writes what it can once the disk takes it', async () => {
    await writeFile(folder, 'a file stands where the folder should be')
    const file = begun({ folder })
    for (const line of lines(0, 600)) file.write(line)
    expect(await file.flush()).toBe(false)
    file.write('line 600')
    file.flushNow()
    file.write('line 601')
    expect(await file.flush()).toBe(false)
    expect(await file.recent(5)).toEqual(['line 601'])

    await rm(folder)
    expect(await file.flush()).toBe(true)
    expect(await readFile(file.path, 'utf8')).toBe('line 601\n')
  })

  it('holds no more than it can afford while the disk refuses', async () => {
    await writeFile(folder, 'in the way')
    const file = begun({ folder })
    for (const line of lines(0, 2_000)) file.write(line)
    await file.flush()
    for (const line of lines(2_000, 2_100)) file.write(line)
    expect(await file.recent(10_000)).toEqual(lines(1_600, 2_100))
  })

  it.skipIf(process.platform !== 'linux')('does not stop at a full disk', async () => {
    await mkdir(folder)
    // Everything that is written there fails as on a disk without room.
    await symlink('/dev/full', join(folder, 'latchkey.log'))
    const file = begun({ folder })
    file.write('one')
    expect(await file.flush()).toBe(false)
    await rm(join(folder, 'latchkey.log'))
    expect(await file.flush()).toBe(true)
    expect(await readFile(file.path, 'utf8')).toBe('one\n')
  })

  it('goes on by itself a while after the disk has refused', async () => {
    await writeFile(folder, 'in the way')
    const file = begun({ folder, gatherMs: 1, restMs: 1 })
    file.write('one')
    expect(await file.flush()).toBe(false)
    await rm(folder)
    await expect.poll(() => readFile(file.path, 'utf8').catch(() => '')).toBe('one\n')
  })
})
