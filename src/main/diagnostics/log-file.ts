/**
 * The log's file: written in batches beside the program's work, bounded in size, with a few old ones
 * kept. A disk that is full or refuses breaks nothing; what waits for it is bounded as well.
 */
import { appendFileSync, mkdirSync } from 'node:fs'
import { chmod, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../accounts/file-steps'

export interface LogFileOptions {
  readonly folder: string
  /** How large a file may become before the next one begins. */
  readonly maxBytes?: number
  /** How many files there are at most, with the one that is written. */
  readonly files?: number
  /** How long lines are gathered before they are written, in milliseconds. */
  readonly gatherMs?: number
  /** How long a disk that has refused is left alone, in milliseconds. */
  readonly restMs?: number
}

/** So many lines wait for a disk at most; the oldest give way. */
const waitingLimit = 500
/** What is read of the end of a file. */
const tailBytes = 256 * 1024

export class LogFile {
  private readonly options: Required<LogFileOptions>
  private begun = false
  private waiting: string[] = []
  /** Lines that are being written and may not have arrived. */
  private underWay: string[] = []
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(options: LogFileOptions) {
    this.options = { maxBytes: 512 * 1024, files: 4, gatherMs: 200, restMs: 10_000, ...options }
  }

  /** The file that is written. */
  get path(): string {
    return this.nth(0)
  }

  /** Writes from now on. Before, lines only gather: the file may be another program's. */
  begin(): void {
    this.begun = true
    if (this.waiting.length > 0) this.writeIn(this.options.gatherMs)
  }

  /** Takes a line to be written soon; costs nothing but the memory for it. */
  write(line: string): void {
    this.waiting.push(line)
    if (this.waiting.length > waitingLimit) this.waiting.shift()
    this.writeIn(this.options.gatherMs)
  }

  /** Writes what waits; gives whether the disk took it. Never rejects. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    this.timer = undefined
    this.writing = this.writing.then(() => this.writeAll())
    await this.writing
    return this.waiting.length === 0
  }

  /** Writes what waits at once, for the moment in which the program ends. A line may then stand twice. */
  flushNow(): void {
    const lines = [...this.underWay, ...this.waiting]
    if (!this.begun || lines.length === 0) return
    this.waiting = []
    try {
      mkdirSync(this.options.folder, { recursive: true, mode: 0o700 })
      appendFileSync(this.path, asText(lines), { mode: 0o600 })
    } catch {
      // There is nobody left to tell.
    }
  }

  /** The latest lines, the oldest first: those on the disk, and behind them what waits for it. */
  async recent(count: number): Promise<readonly string[]> {
    await this.flush()
    const newest = await tail(this.path)
    const older = newest.length < count ? await tail(this.nth(1)) : []
    return [...older, ...newest, ...this.waiting].slice(-count)
  }

  private writeIn(ms: number): void {
    if (this.timer || !this.begun) return
    this.timer = setTimeout(() => void this.flush(), ms)
    this.timer.unref()
  }

  private async writeAll(): Promise<void> {
    if (!this.begun || this.waiting.length === 0) return
    this.underWay = this.waiting
    this.waiting = []
    try {
      await this.append(asText(this.underWay))
    } catch {
      this.waiting = [...this.underWay, ...this.waiting].slice(-waitingLimit)
      this.writeIn(this.options.restMs)
    } finally {
      this.underWay = []
    }
  }

  private async append(text: string): Promise<void> {
    const file = await this.open()
    try {
      const { size } = await file.stat()
      if (size === 0 || size + Buffer.byteLength(text) <= this.options.maxBytes) {
        return await file.appendFile(text)
      }
    } finally {
      await file.close()
    }
    await this.turnOver()
    await this.append(text)
  }

  /** Opens the file so that only this user can read it and its folder, whatever they were before. */
  private async open(): Promise<FileHandle> {
    const { folder } = this.options
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await chmod(folder, 0o700)
    const file = await open(this.path, 'a', 0o600)
    try {
      await file.chmod(0o600)
      return file
    } catch (error) {
      await file.close()
      throw error
    }
  }

  private async turnOver(): Promise<void> {
    const last = this.options.files - 1
    await rm(this.nth(last), { force: true })
    for (let number = last - 1; number >= 0; number -= 1) {
      await rename(this.nth(number), this.nth(number + 1)).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error
      })
    }
  }

  private nth(number: number): string {
    return join(this.options.folder, number === 0 ? 'latchkey.log' : `latchkey.${number}.log`)
  }
}

function asText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** The whole lines at the end of a file; none where it cannot be read. */
async function tail(path: string): Promise<string[]> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const from = Math.max(0, size - tailBytes)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
      const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n').slice(0, -1)
      return from === 0 ? lines : lines.slice(1)
    } finally {
      await file.close()
    }
  } catch {
    return []
  }
}
