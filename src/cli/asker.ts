/**
 * What to call the program that runs the command, for the question in the window. It is read from this
 * system's own list of processes, but told by the command: it helps a person to recognise their own
 * script, and keeps out nobody who wants to pass for it.
 */
import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { promisify } from 'node:util'
import { unknownProgram } from '../shared/unknown-program'

/** What is known of a process: its program, its words, where it is, what it has open, and who started it. */
export interface ProcessFacts {
  readonly program: string
  readonly words: readonly string[]
  readonly folder: string
  readonly opened: readonly string[]
  readonly parent: number
}

export type FindProcess = (pid: number) => Promise<ProcessFacts | undefined>

const run = promisify(execFile)
const longest = 300

/** Names the program that started this process; never fails, because a script waits for its token. */
export async function nameAsker(platform: NodeJS.Platform, pid: number): Promise<string> {
  try {
    const name =
      platform === 'linux' ? await nameOf(pid, linuxProcess) : await plainName(platform, pid)
    return shorten(name ?? unknownProgram)
  } catch {
    return unknownProgram
  }
}

/**
 * Names a process by its program, and for an interpreter by the script that it runs. npm, which stands
 * between a script and `npm run latchkey`, is passed over. Nothing else of what a process was given is
 * in the name: it is shown, and kept if the person allows it for good.
 */
export async function nameOf(
  pid: number,
  find: FindProcess,
  isFile: (path: string) => Promise<boolean> = isFileHere,
): Promise<string | undefined> {
  let at = pid
  for (let steps = 0; steps < 4; steps++) {
    const facts = await find(at)
    if (!facts) return undefined
    if (!(await isNpm(facts, find))) return describe(facts, isFile)
    at = facts.parent
  }
  return undefined
}

/** npm itself, or the shell that it starts for the line in package.json. */
async function isNpm(facts: ProcessFacts, find: FindProcess): Promise<boolean> {
  if (isNpmItself(facts)) return true
  if (!facts.words.includes('-c') || !shellName.test(basename(facts.program))) return false
  const above = await find(facts.parent)
  return above !== undefined && isNpmItself(above)
}

function isNpmItself({ words }: ProcessFacts): boolean {
  const [first = '', second = ''] = words
  return /^npm( |$)/.test(first) || /(^|\/)npm(-cli\.js)?$/.test(second)
}

const shellName = /^(ba|da|z|k|fi|a)?sh\d*$|^busybox$/
const interpreterName =
  /^((ba|da|z|k|fi|a)?sh|busybox|python[\d.]*|node|nodejs|perl[\d.]*|ruby[\d.]*|php[\d.]*|pwsh|lua[\d.]*)$/

/** The options of a shell whose next word belongs to them: `bash -eo pipefail SCRIPT`. */
const takesNext = /^[-+]\w*[oO]$|^--(rcfile|init-file)$/

async function describe(
  { program, words, folder, opened }: ProcessFacts,
  isFile: (path: string) => Promise<boolean>,
): Promise<string> {
  const name = basename(program)
  if (!interpreterName.test(name)) return program
  const isShell = shellName.test(name)
  // The first word that is no option is the script, unless an option says that it is the program itself.
  const rest = words.slice(1)
  const isOption = (word: string, at: number): boolean =>
    isShell ? /^[-+]/.test(word) || takesNext.test(rest[at - 1] ?? '') : word.startsWith('-')
  const script = rest.findIndex((word, at) => !isOption(word, at))
  const options = rest.slice(0, script === -1 ? undefined : script)
  const inline = options.find((word) => (isShell ? /^-\w*[cs]/ : /^-[ce]$/).test(word))
  if (inline !== undefined) return `${program} ${inline}`
  const word = rest[script]
  if (word === undefined) return program
  // A script may have left the folder that it was started in; a shell keeps what it reads open.
  const read = opened.find((path) => basename(path) === basename(word))
  const file = read ?? resolve(folder, word)
  // Code and words for it are taken in many ways: `perl -ne CODE`, `python - WORD`.
  return (await isFile(file)) ? `${file} (${name})` : program
}

async function isFileHere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

/** Reads /proc. A process that is gone, or not ours to look at, is unknown. */
export async function linuxProcess(pid: number): Promise<ProcessFacts | undefined> {
  try {
    const [program, folder, opened, line, stat] = await Promise.all([
      readlink(`/proc/${pid}/exe`),
      readlink(`/proc/${pid}/cwd`),
      openedBy(pid),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ])
    // The name in brackets may hold anything, so the fields are counted from the last bracket.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    return { program, folder, opened, words: line.replace(/\0$/, '').split('\0'), parent }
  } catch {
    return undefined
  }
}

/** The files that a process has open now; what it closes meanwhile is left out. */
async function openedBy(pid: number): Promise<string[]> {
  const folder = `/proc/${pid}/fd`
  const links = (await readdir(folder)).map((name) => readlink(`${folder}/${name}`))
  return (await Promise.allSettled(links)).flatMap((one) =>
    one.status === 'fulfilled' ? one.value : [],
  )
}

async function plainName(platform: NodeJS.Platform, pid: number): Promise<string | undefined> {
  if (platform === 'win32') {
    const { stdout } = await run('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'])
    return /^"([^"]+)"/.exec(stdout.trim())?.[1]
  }
  const { stdout } = await run('ps', ['-o', 'comm=', '-p', String(pid)])
  return stdout.trim() || undefined
}

/** Keeps the end, where a path says what it is. */
function shorten(name: string): string {
  return name.length <= longest ? name : `…${name.slice(1 - longest)}`
}
