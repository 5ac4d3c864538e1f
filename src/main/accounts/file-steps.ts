/**
 * The single steps by which a durable file touches the disk, each of which a crash can be the last
 * one before. They stand apart so that a test can end the program after any of them.
 */
import { constants } from 'node:fs'
import { copyFile, link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

export interface FileSteps {
  /** Undefined where there is no such file. */
  read(path: string): Promise<string | undefined>
  /** What another file of that name would hardly share, nor this one changed; undefined where there is none. */
  look(path: string): Promise<string | undefined>
  /** Resolves when the text has reached the disk. `fresh`: only where nothing has that name yet. */
  write(path: string, text: string, fresh?: 'fresh'): Promise<void>
  /** Gives the file a second name, or copies it; false where there is no such file. */
  duplicate(path: string, second: string): Promise<boolean>
  /** Takes the place of what is at `to`, in one step. */
  move(from: string, to: string): Promise<void>
  /** Does nothing where there is no such file. */
  remove(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
}

/** Milliseconds between tries while another program holds a file: about two seconds in all. */
const pausesMs: readonly number[] = [10, 20, 40, 80, 160, 320, 640, 800]

/** What Windows says while an anti-virus or a search index has the file open for a moment. */
const held: ReadonlySet<unknown> = new Set(['EPERM', 'EBUSY', 'EACCES'])

export interface Patience {
  readonly platform: NodeJS.Platform
  readonly wait: (ms: number) => Promise<unknown>
}

const systemPatience: Patience = { platform: process.platform, wait: (ms) => sleep(ms) }

/**
 * Does what another program may be in the way of. On Windows it is tried again for a bounded time;
 * elsewhere the same errors are about permissions and do not pass.
 */
export async function patiently<T>(
  step: () => Promise<T>,
  { platform, wait }: Patience = systemPatience,
): Promise<T> {
  for (const ms of platform === 'win32' ? pausesMs : []) {
    try {
      return await step()
    } catch (error) {
      if (!held.has(errorCode(error))) throw error
      await wait(ms)
    }
  }
  return step()
}

/** How a file system says that it has no such thing, which is no fault of the disk's. */
const unknownThere: ReadonlySet<unknown> = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS'])

/** Does what some file systems, such as those of other systems and of networks, do not have. */
export async function whereKnown(step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    if (!unknownThere.has(errorCode(error))) throw error
  }
}

export const fileSteps: FileSteps = {
  async read(path) {
    try {
      // Decoded at once: asked for text, Node decodes piece by piece, which takes several times as long.
      return (await patiently(() => readFile(path))).toString('utf8')
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  },

  async look(path) {
    try {
      const { ino, size, mtimeNs } = await patiently(() => stat(path, { bigint: true }))
      return [ino, size, mtimeNs].join(' ')
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  },

  async write(path, text, fresh) {
    const file = await patiently(() => open(path, fresh ? 'wx' : 'w', 0o600))
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  },

  async duplicate(path, second) {
    try {
      await link(path, second)
      return true
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false
    }
    // Some file systems know no hard links.
    await patiently(() => copyFile(path, second, constants.COPYFILE_FICLONE))
    const copy = await open(second, 'r+')
    try {
      await copy.sync()
    } finally {
      await copy.close()
    }
    return true
  },

  move: (from, to) => patiently(() => rename(from, to)),

  remove: (path) => patiently(() => rm(path, { force: true })),

  async syncFolder(path) {
    // Windows has no way to sync a folder, and does not need it.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    try {
      await whereKnown(() => folder.sync())
    } finally {
      await folder.close()
    }
  },
}

/** The system's name for what went wrong, such as `ENOSPC`; undefined for what has none. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
