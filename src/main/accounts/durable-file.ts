/**
 * One JSON file that survives a crash at any moment: written beside itself, synced, renamed over the
 * old one, folder synced. The last good copy is kept as `<name>.bak`, and there is no moment in which
 * neither of the two holds what was saved last. What a save tells is what a start would find: one that
 * fails leaves the old content there. A file that cannot be read is set aside, never overwritten or
 * deleted; a file of a newer version is opened read-only. One that somebody else has changed since this
 * program last read or wrote it is not written over: what they have put there is not in this one's memory.
 */
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/failure'
import { errorCode, fileSteps, type FileSteps } from './file-steps'

export interface FileFormat<T> {
  readonly version: number
  /** What a program that was never started before begins with. */
  readonly empty: T
  /** Reads the content of this version; undefined if it is not of this form. */
  read(content: unknown): T | undefined
  /**
   * Its loss costs no account, so whoever saves last is right. A program that is behind can then still be
   * used: a switch writes such a file.
   */
  readonly lastSaveWins?: boolean
}

/**
 * `setAside` names the damaged file that was moved out of the way; it is empty where the file itself
 * was missing and its copy good.
 */
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
  /**
   * What this program knows to stand in the file, or one of these after a save whose end is unclear; none
   * where there was no file. Undefined before it was read or written.
   */
  private ours: readonly string[] | undefined
  /** How the file looked when it last held what is ours. A file that looks otherwise is read and compared. */
  private mark: string | undefined

  constructor(
    private readonly path: string,
    private readonly format: FileFormat<T>,
    private readonly now: () => number = Date.now,
    private readonly steps: FileSteps = fileSteps,
  ) {}

  /** Reads the file; throws only where the disk itself refuses to read or to set a file aside. */
  async load(): Promise<Loaded<T>> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 })
    const text = await this.steps.read(this.path)
    const main = this.understand(text)
    if (main.kind === 'fine') {
      this.ours = [text ?? '']
      return main
    }
    if (main.kind === 'newer') return this.openReadOnly(main.value)
    const copy = this.understand(await this.steps.read(this.backupPath))
    // A newer program's only copy would be lost to the first save.
    if (copy.kind === 'newer') return this.openReadOnly(copy.value)
    const mainAside = main.kind === 'bad' ? await this.setAside(this.path) : undefined
    this.ours = []
    if (copy.kind === 'fine') {
      return { kind: 'restored', value: copy.value, setAside: mainAside ?? '' }
    }
    const copyAside = copy.kind === 'bad' ? await this.setAside(this.backupPath) : undefined
    const setAside = mainAside ?? copyAside
    if (setAside === undefined) return { kind: 'fine', value: this.format.empty }
    return { kind: 'damaged', value: this.format.empty, setAside }
  }

  /**
   * Writes durably: when it succeeds, the value survives a power cut. Fails with `disk-failed`,
   * `file-changed` or `book-read-only`.
   */
  async save(value: T): Promise<Result<void>> {
    if (this.readOnly) return fail('book-read-only')
    const draft = `${this.path}.new`
    const second = `${this.backupPath}.new`
    const text = JSON.stringify({ version: this.format.version, ...value })
    try {
      // Neither changes what a start would find, so they need not wait for each other.
      const [, named] = await bothEnded(this.steps.write(draft, text), this.nameAgain(second))
      if (!(await this.isOurs())) {
        await this.leave(draft, second)
        return fail('file-changed')
      }
      if (named) await this.keepLastGood(second)
      this.mark = undefined
      this.ours &&= [...this.ours, text]
      await this.steps.move(draft, this.path)
      return await this.settle(text, named)
    } catch (error) {
      await this.leave(draft, second)
      return fail('disk-failed', { detail: errorCode(error) })
    }
  }

  /**
   * Whether a save would be refused, without one: for what has an effect elsewhere first. Fails as `save`;
   * not while one is under way.
   */
  async checkSavable(): Promise<Result<void>> {
    if (this.readOnly) return fail('book-read-only')
    try {
      return (await this.isOurs()) ? ok(undefined) : fail('file-changed')
    } catch (error) {
      return fail('disk-failed', { detail: errorCode(error) })
    }
  }

  /**
   * Whether the file holds what this program knows. What it looks like tells at once; where that differs,
   * what stands in it decides, because some file systems give other numbers and times to the same file.
   */
  private async isOurs(): Promise<boolean> {
    if (this.ours === undefined || this.format.lastSaveWins) return true
    const mark = await this.steps.look(this.path)
    // Where it is missing there is nothing to write over.
    if (mark === undefined || mark === this.mark) return true
    const text = await this.steps.read(this.path)
    if (text === undefined) return true
    if (!this.ours.includes(text)) return false
    this.ours = [text]
    return true
  }

  private async leave(...names: readonly string[]): Promise<void> {
    await Promise.allSettled(names.map((name) => this.steps.remove(name)))
  }

  /**
   * Makes the new name last. Where the disk refuses that, what was there before comes back: a start would
   * find the new content, and nobody who was told that nothing has changed could know.
   */
  private async settle(text: string, hadFile: boolean): Promise<Result<void>> {
    try {
      const look = this.steps.look(this.path).catch(() => undefined)
      const [mark] = await bothEnded(look, this.steps.syncFolder(dirname(this.path)))
      this.ours = [text]
      this.mark = mark
      return ok(undefined)
    } catch (error) {
      const isBack = await this.putBack(hadFile).catch(() => false)
      // Where it does not come back, the new content is what stands there.
      return isBack ? fail('disk-failed', { detail: errorCode(error) }) : ok(undefined)
    }
  }

  /** By its second name, never by the draft's, which the next save writes over. */
  private async putBack(hadFile: boolean): Promise<boolean> {
    const second = `${this.backupPath}.new`
    if (!hadFile) await this.steps.remove(this.path)
    else if (!(await this.steps.duplicate(this.backupPath, second))) return false
    else await this.steps.move(second, this.path)
    await this.steps.syncFolder(dirname(this.path)).catch(() => undefined)
    return true
  }

  private openReadOnly(value: T): Loaded<T> {
    this.readOnly = true
    return { kind: 'newer', value }
  }

  private get backupPath(): string {
    return `${this.path}.bak`
  }

  private understand(text: string | undefined): Read<T> {
    if (text === undefined) return { kind: 'missing' }
    const content = parseObject(text)
    if (content === undefined || typeof content['version'] !== 'number') return { kind: 'bad' }
    const value = this.format.read(content)
    if (content['version'] > this.format.version) {
      return { kind: 'newer', value: value ?? this.format.empty }
    }
    return value === undefined ? { kind: 'bad' } : { kind: 'fine', value }
  }

  private async setAside(path: string): Promise<string> {
    const stamp = new Date(this.now()).toISOString().replaceAll(':', '-')
    const name = `${basename(path)}.damaged-${stamp}`
    await this.steps.move(path, join(dirname(path), name))
    return name
  }

  /**
   * Gives the file a second name. False where it is missing: then the copy is all there is, and stays as
   * it is until the file stands again.
   */
  private async nameAgain(second: string): Promise<boolean> {
    await this.steps.remove(second)
    return this.steps.duplicate(this.path, second)
  }

  /** Makes the file its own last good copy, now that what takes its place is on the disk. */
  private async keepLastGood(second: string): Promise<void> {
    await this.steps.move(second, this.backupPath)
    // Moving a name onto another one of the same file does nothing, so the first may still be there.
    await this.steps.remove(second)
  }
}

/** Gives what both give; rejects if one does, but not before the other has ended as well. */
async function bothEnded<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other])
  return Promise.all([one, other])
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
