/** Starts main-child.ts and gives what it measured. */
import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCrowd } from '../fakes/crowd'

/** A profile with `count` accounts at a server that nothing is asked of. */
export async function crowdProfile(
  count: number,
): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'latchkey-bench-'))
  await writeCrowd(path, count, [{ adapter: 'ipcola', baseUrl: 'https://api.ipcola.com' }])
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

export type MainRun = 'start' | 'open' | 'parse' | 'parse-start' | 'parse-book' | 'idle'

/**
 * Milliseconds of CPU for `start` (until the first window), `open` (until a call could be answered), `parse`
 * (the whole bundle), `parse-start` (what a start loads of it) and `parse-book` (JSON.parse of the book alone);
 * timers that fired in `forMs` for `idle`.
 */
export function runMain(what: MainRun, profile: string, forMs = 0): Promise<number> {
  const file = join(import.meta.dirname, 'bench-main-child.mjs')
  const child = fork(file, [what, profile, String(forMs)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('message', (measured) => {
      resolve(Number(measured))
    })
    child.once('exit', () => {
      reject(new Error(`The main process ended before it was measured. ${said}`))
    })
  })
}
