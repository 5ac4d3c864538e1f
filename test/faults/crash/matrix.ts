/** One deed, killed at each of its durable operations in turn. */
import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Findings, type Outcome } from '../fault'
import type { Deed } from './deeds'
import { Ground, type Start } from './ground'
import { hear, tell, type FromChild, type Point } from './job'
import { crashChild } from './parts'
import { countOnce, type Counts } from './rules'
import { judge } from './verdict'
import { distinctPoints } from './watch'

/** A deed takes a second or two, also on a busy computer. */
const limitMs = 60_000

export interface MatrixOptions {
  /** Takes some of the points; all of them where absent. */
  readonly choose?: (points: readonly Point[]) => readonly Point[]
  /** How many kills go on beside each other. */
  readonly width?: number
}

type End =
  | { readonly kind: 'killed' }
  | { readonly kind: 'done'; readonly trace: readonly Point[] }
  | { readonly kind: 'failed'; readonly why: string }

/** Runs the deed once to its end, then kills it at every point of what it did. */
export async function killEverywhere(
  deed: Deed,
  { choose = (points) => points, width = 2 }: MatrixOptions = {},
): Promise<Outcome> {
  const findings = new Findings()
  const grounds: Ground[] = []
  try {
    const first = await Ground.open()
    grounds.push(first)
    const { trace, allowed } = await runWhole(first, deed, findings)
    const points = choose(distinctPoints(trace))
    const waiting = [...points]
    let killed = 0
    const work = async (ground: Ground): Promise<void> => {
      for (let point = waiting.shift(); point; point = waiting.shift()) {
        if (await killAt(ground, deed, point, allowed, findings)) killed += 1
      }
    }
    const others = Array.from({ length: width - 1 }, async () => {
      const ground = await Ground.open()
      grounds.push(ground)
      await work(ground)
    })
    await Promise.all([work(first), ...others])
    findings.check(
      killed > points.length * 0.9,
      `only ${killed} of ${points.length} points were reached`,
    )
    return findings.outcome(`${deed.id}, killed at ${killed} of its ${points.length} moments`)
  } finally {
    for (const ground of grounds) await ground.close()
  }
}

async function runWhole(
  ground: Ground,
  deed: Deed,
  findings: Findings,
): Promise<{ readonly trace: readonly Point[]; readonly allowed: Counts }> {
  const start = await ground.prepare(deed)
  const end = await run(ground, start, undefined)
  if (end.kind !== 'done') {
    throw new Error(`${deed.id} does not work: ${end.kind === 'failed' ? end.why : end.kind}`)
  }
  const allowed = countOnce(ground.sandbox.requests.list())
  await judge(ground, start, allowed, { where: 'without a kill', findings })
  await ground.clear(start)
  return { trace: end.trace, allowed }
}

/** Gives whether the program came to that point. */
async function killAt(
  ground: Ground,
  deed: Deed,
  point: Point,
  allowed: Counts,
  findings: Findings,
): Promise<boolean> {
  const start = await ground.prepare(deed)
  const where = `${point.operation} ${point.moment}`
  const end = await run(ground, start, point)
  if (end.kind === 'failed') findings.check(false, `${where}: ${end.why}`)
  try {
    await judge(ground, start, allowed, { where, findings })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    findings.check(false, `${where}: the next start failed: ${why}`)
  }
  await ground.clear(start)
  return end.kind === 'killed'
}

/** Runs the program until it has done the deed or is killed. Its keychain process is gone then, too. */
async function run(ground: Ground, start: Start, kill: Point | undefined): Promise<End> {
  const child = fork(resolve(crashChild), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const helpers: number[] = []
  let end: End | undefined
  const gone = new Promise<NodeJS.Signals | null>((ended) => {
    child.once('exit', (_code, signal) => ended(signal))
  })
  let release: (() => void) | undefined
  hear(child, (message) => {
    if (message.kind === 'keychain') helpers.push(message.pid)
    else if (message.kind === 'hold') release = killWhenCarriedOut(ground, start, child)
    else if (message.kind === 'ask') answer(ground, start, child, message)
    else end = message
  })
  tell(child, { kind: 'job', job: { ...start.job, kill } })
  const clock = setTimeout(() => child.kill('SIGTERM'), limitMs)
  const signal = await gone
  clearTimeout(clock)
  release?.()
  await Promise.all(helpers.map(untilGone))
  ground.sandbox[start.deed.adapter].faults.clear()
  if (end) return end
  if (signal === 'SIGKILL') return { kind: 'killed' }
  return { kind: 'failed', why: `the program ended by ${signal ?? 'itself'}` }
}

function answer(
  ground: Ground,
  start: Start,
  child: ChildProcess,
  { what }: Extract<FromChild, { readonly kind: 'ask' }>,
): void {
  tell(child, { kind: 'told', text: ground.answer(what, start) })
}

/** The service carries the next request out, and the program is killed before it hears of it. */
function killWhenCarriedOut(ground: Ground, start: Start, child: ChildProcess): () => void {
  let release: () => void = () => undefined
  const until = new Promise<void>((resolve) => (release = resolve))
  const { requests } = ground.sandbox
  const before = new Set(requests.list())
  ground.sandbox[start.deed.adapter].faults.next('*', { kind: 'delay', until })
  void requests.waitFor((request) => !before.has(request)).then(() => child.kill('SIGKILL'))
  tell(child, { kind: 'told', text: '' })
  return release
}

/** A keychain process that has lost its program ends by itself; what it was doing may still be done. */
async function untilGone(pid: number): Promise<void> {
  for (let waited = 0; isAlive(pid); waited += 5) {
    if (waited > 10_000) throw new Error('A keychain process has outlived its program.')
    await sleep(5)
  }
}

function isAlive(pid: number): boolean {
  try {
    // A process that has ended stays listed until somebody asks how.
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    return !rest.startsWith('Z')
  } catch {
    return false
  }
}
