/**
 * One JSON file that survives a crash at any moment: written beside itself, synced, renamed over the
 * old one, folder synced. The last good copy is kept as `<name>.bak`. A file that cannot be read is
 * set aside, never overwritten; a file of a newer version is opened read-only.
 */
import { constants } from 'node:fs'
import { copyFile, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/failure'

export interface FileFormat<T> {
  readonly version: number
  /** What a program that was never started before begins with. */
  readonly empty: T
  /** Reads the content of this version; undefined if it is not of this form. */
  read(content: unknown): T | undefined
}

export type Loaded<T> =
  | { readonly kind: 'fine'; readonly value: T }
  | { readonly kind: 'restored'; readonly value: T; readonly setAside: string }
  | { readonly kind: 'damaged'; readonly value: T; readonly setAside: string }
  | { readonly kind: 'newer'; readonly value: T }

type Read<T> =
  | { readonly kind: 'missing' }
  | { readonly kind: 'fine'; readonly value: T }
  | { readonly kind: 'bad' }
  | { readonly kind: 'newer'; readonly value: T }

export class DurableFile<T> {
  private readOnly = false

  constructor(
    private readonly path: string,
    private readonly format: FileFormat<T>,
    private readonly now: () => number = Date.now,
  ) {}

  /** Reads the file; throws only where the disk itself refuses to read. */
  async load(): Promise<Loaded<T>> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 })
    const main = await this.read(this.path)
    if (main.kind === 'fine') return main
    if (main.kind === 'newer') {
      this.readOnly = true
      return main
    }
    const copy = await this.read(this.backupPath)
    if (main.kind === 'missing' && copy.kind === 'missing') {
      return { kind: 'fine', value: this.format.empty }
    }
    const setAside = main.kind === 'bad' ? await this.setAside() : ''
    if (copy.kind === 'fine') return { kind: 'restored', value: copy.value, setAside }
    return { kind: 'damaged', value: this.format.empty, setAside }
  }

  /** Writes durably: when it succeeds, the value survives a power cut. Fails with `disk-failed` or `book-read-only`. */
  async save(value: T): Promise<Result<void>> {
    if (this.readOnly) return fail('book-read-only')
    const draft = `${this.path}.new`
    const text = JSON.stringify({ version: this.format.version, ...value })
    try {
      await writeSynced(draft, text)
      await this.keepLastGood()
      await rename(draft, this.path)
      await syncFolder(dirname(this.path))
      return ok(undefined)
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined)
      return fail('disk-failed', { detail: errorCode(error) })
    }
  }

  private get backupPath(): string {
    return `${this.path}.bak`
  }

  private async read(path: string): Promise<Read<T>> {
    let text: string
    try {
      text = await readFile(path, 'utf8')
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return { kind: 'missing' }
      throw error
    }
    const content = parseObject(text)
    if (content === undefined || typeof content['version'] !== 'number') return { kind: 'bad' }
    const value = this.format.read(content)
    if (content['version'] > this.format.version) {
      return { kind: 'newer', value: value ?? this.format.empty }
    }
    return value === undefined ? { kind: 'bad' } : { kind: 'fine', value }
  }

  private async setAside(): Promise<string> {
    const stamp = new Date(this.now()).toISOString().replaceAll(':', '-')
    const name = `${basename(this.path)}.damaged-${stamp}`
    await rename(this.path, join(dirname(this.path), name))
    return name
  }

  private async keepLastGood(): Promise<void> {
    await rm(this.backupPath, { force: true })
    try {
      await link(this.path, this.backupPath)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return
      // Some file systems know no hard links.
      await copyFile(this.path, this.backupPath, constants.COPYFILE_FICLONE)
    }
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no way to sync a folder, and does not need it.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
