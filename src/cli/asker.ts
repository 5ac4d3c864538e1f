/**
 * What to call the program that runs the command, for the question in the window. It is read from this
 * system's own list of processes, but told by the command: it helps a person to recognise their own
 * script, and keeps out nobody who wants to pass for it.
 */
import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { basename, isAbsolute, resolve } from 'node:path'
import { promisify } from 'node:util'
import { unknownProgram } from '../shared/unknown-program'

/** What is known of a process: its program, its words, where it is, and who started it. */
export interface ProcessFacts {
  readonly program: string
  readonly words: readonly string[]
  readonly folder: string
  readonly parent: number
  /** The files that it has open, besides its input and output. */
  readonly opened: () => Promise<readonly string[]>
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

/** How an interpreter is told what to run. */
interface Usage {
  readonly name: RegExp
  /** The options whose next word belongs to them: `bash -eo pipefail SCRIPT`. */
  readonly takesNext: RegExp
  /**
   * The options by which the program is in no file. What matches is shown, so it ends before what may be
   * the program: `python -cCODE`.
   */
  readonly inline: RegExp
}

/** The value of an option that is not here is hardly ever a file, and then the interpreter alone is named. */
const usages: readonly Usage[] = [
  {
    name: shellName,
    takesNext: /^[-+]\w*[oO]$|^--(rcfile|init-file)$/,
    inline: /^-\w*?[cs]/,
  },
  {
    name: /^node(js)?$/,
    takesNext:
      /^-[rC]$|^--(require|import|(experimental-)?loader|conditions|env-file(-if-exists)?)$/,
    inline: /^-(pe|[ep]|$)|^--(eval|print)\b/,
  },
  { name: /^python[\d.]*$/, takesNext: /^-\w*[WX]$/, inline: /^-([bBdEiIOPqsSuvx]*[cm]|$)/ },
  { name: /^perl[\d.]*$/, takesNext: /^-I$/, inline: /^-([\daclnpsw]*[eE]|$)/ },
  { name: /^ruby[\d.]*$/, takesNext: /^-[rIC]$/, inline: /^-([\dalnpsw]*e|$)/ },
  { name: /^(php[\d.]*|lua[\d.]*|pwsh)$/, takesNext: /^-[dl]$/, inline: /^-([cer]|$)/ },
]

async function describe(
  facts: ProcessFacts,
  isFile: (path: string) => Promise<boolean>,
): Promise<string> {
  const { program, words } = facts
  const name = basename(program)
  const usage = usages.find((one) => one.name.test(name))
  if (!usage) return program
  const rest = words.slice(1)
  const isOption = (word: string, at: number): boolean =>
    /^[-+]/.test(word) || usage.takesNext.test(rest[at - 1] ?? '')
  const script = rest.findIndex((word, at) => !isOption(word, at))
  const options = rest.slice(0, script === -1 ? undefined : script)
  const [inline] = options.flatMap((word) => usage.inline.exec(word)?.[0] ?? [])
  if (inline !== undefined) return `${program} ${inline}`
  const word = rest[script]
  if (word === undefined) return program
  const file = (await readByShell(facts, word)) ?? resolve(facts.folder, word)
  return (await isFile(file)) ? `${file} (${name})` : program
}

/** A script may have left the folder that it was started in; a shell keeps what it reads open. */
async function readByShell(
  { program, opened }: ProcessFacts,
  word: string,
): Promise<string | undefined> {
  if (isAbsolute(word) || !shellName.test(basename(program))) return undefined
  return (await opened()).find((path) => basename(path) === basename(word))
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
    const [program, folder, line, stat] = await Promise.all([
      readlink(`/proc/${pid}/exe`),
      readlink(`/proc/${pid}/cwd`),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ])
    // The name in brackets may hold anything, so the fields are counted from the last bracket.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    const words = line.replace(/\0$/, '').split('\0')
    return { program, folder, words, parent, opened: () => openedBy(pid) }
  } catch {
    return undefined
  }
}

/** What a process has opened itself; what it closes meanwhile is left out. */
async function openedBy(pid: number): Promise<string[]> {
  const folder = `/proc/${pid}/fd`
  const own = (await readdir(folder)).filter((name) => Number(name) > 2)
  const links = await Promise.allSettled(own.map((name) => readlink(`${folder}/${name}`)))
  return links.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
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
