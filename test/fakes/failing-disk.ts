import { writeFile } from 'node:fs/promises'
import { fileSteps, type FileSteps } from '../../src/main/accounts/file-steps'

/** The steps of the disk, of which the one at `at` fails, and all after it where `on`. Reading does not. */
export function failingDisk(
  code: string,
  at: number,
  on: boolean,
): { readonly steps: FileSteps; readonly count: () => number } {
  let count = 0
  const guarded = <A extends readonly unknown[], R>(run: (...args: A) => Promise<R>) => {
    return (...args: A): Promise<R> => {
      count += 1
      const fails = on ? count >= at : count === at
      return fails ? Promise.reject(Object.assign(new Error(code), { code })) : run(...args)
    }
  }
  const disk = fileSteps
  const steps: FileSteps = {
    read: (path) => disk.read(path),
    look: (path) => disk.look(path),
    write: guarded((path: string, text: string) => disk.write(path, text)),
    duplicate: guarded((path: string, second: string) => disk.duplicate(path, second)),
    move: guarded((from: string, to: string) => disk.move(from, to)),
    remove: guarded((path: string) => disk.remove(path)),
    syncFolder: guarded((path: string) => disk.syncFolder(path)),
  }
  return { steps, count: () => count }
}

/** Steps as of a program that is killed: so many are done, a write may be torn, then nothing more. */
export function endingAfter(allowed: number): {
  readonly steps: FileSteps
  readonly crashed: () => boolean
} {
  let done = 0
  const killed = (): boolean => ++done > allowed
  const ended = Object.assign(new Error('KILLED'), { code: 'KILLED' })
  const steps: FileSteps = {
    read: (from) => fileSteps.read(from),
    look: (from) => fileSteps.look(from),
    write: async (to, text) => {
      if (!killed()) return fileSteps.write(to, text)
      if (done === allowed + 1) await writeFile(to, text.slice(0, text.length / 2))
      throw ended
    },
    duplicate: async (from, to) => {
      if (!killed()) return fileSteps.duplicate(from, to)
      throw ended
    },
    move: async (from, to) => {
      if (!killed()) return fileSteps.move(from, to)
      throw ended
    },
    remove: async (name) => {
      if (!killed()) return fileSteps.remove(name)
      throw ended
    },
    syncFolder: async (name) => {
      if (!killed()) return fileSteps.syncFolder(name)
      throw ended
    },
  }
  return { steps, crashed: () => done > allowed }
}
