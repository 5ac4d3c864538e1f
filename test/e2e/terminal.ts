/** A terminal beside the window: runs commands with `latchkey` on the path, as the person would. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { inEnglish } from './launch'

const root = resolve(import.meta.dirname, '../..')

export interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Terminal {
  /** Runs a program; it has ended when this resolves. */
  run(program: string, ...words: readonly string[]): Promise<Said>
  /** The same, killed as soon as the signal aborts. */
  start(ending: AbortSignal, program: string, ...words: readonly string[]): Promise<Said>
  /** Runs `latchkey` with some words. */
  latchkey(...words: readonly string[]): Promise<Said>
  close(): Promise<void>
}

/** Opens a terminal whose `latchkey` is the checkout's, for a profile. */
export async function openTerminal(profile: string): Promise<Terminal> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bin-'))
  await symlink(join(root, 'scripts/latchkey.mjs'), join(folder, 'latchkey'))
  const path = [folder, process.env['PATH']].join(delimiter)
  const env = { ...process.env, ...inEnglish, PATH: path, LATCHKEY_PROFILE: profile }
  const start: Terminal['start'] = (ending, program, ...words) =>
    new Promise((done, failed) => {
      const child = spawn(program, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
      const said = { out: '', err: '' }
      child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
      child.once('error', failed)
      child.once('close', (code) => done({ code, ...said }))
      ending.addEventListener('abort', () => child.kill('SIGKILL'))
    })
  const run: Terminal['run'] = (...command) => start(new AbortController().signal, ...command)
  return {
    run,
    start,
    latchkey: (...words) => run('latchkey', ...words),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
