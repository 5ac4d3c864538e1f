/** The dispatcher under attack: the real handlers, each behind a guard that looks at what reaches it. */
import { rm } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { createDispatcher, type Dispatch, type Handlers } from '../../../src/main/bridge/dispatcher'
import { createLog } from '../../../src/main/log'
import { calls, type CallName } from '../../../src/shared/contract'
import { failureShape } from '../../../src/shared/account'
import type { Result } from '../../../src/shared/failure'
import { logIn, madeUpServer, must, rig, sendCode, theId } from '../../fakes/program'
import type { Findings } from '../fault'
import { inheritedNames, inputsAround } from './inputs'
import { samplesFor, type Samples } from './samples'

export const callNames = Object.keys(calls).filter((name): name is CallName => name in calls)

const caller = { windowId: 1, paste: () => undefined }

/** So often a good input is let through to the real handler; many of them write to the disk. */
const letThrough = 200

export interface Attacked {
  readonly dispatch: Dispatch
  readonly samples: Samples
  /** How often a handler was reached. */
  reached(): number
  close(): Promise<void>
}

/** The program on a made-up service, with an account and an attempt to be named. */
export async function openAttacked(findings: Findings): Promise<Attacked> {
  const it = await rig()
  const { program } = it
  await logIn(it, 'somebody@mail.example')
  const attempt = must(await program.runner.begin('login', madeUpServer, undefined))
  const account = theId(program.views.accounts()[0])
  await sendCode(it, 'waiting@mail.example')
  await program.idle()
  let arrived: unknown
  let reached = 0
  const looked = guard(program.handlers, findings, {
    arrived: () => arrived,
    goesOn: () => (reached += 1) <= letThrough,
  })
  const lines: string[] = []
  const log = createLog((line) => lines.push(line))
  const dispatch = createDispatcher({
    handlers: looked,
    log,
    checkOutputs: true,
    locked: () => false,
  })
  return {
    dispatch: (name, input, from) => {
      arrived = input
      return dispatch(name, input, from)
    },
    samples: samplesFor({ account, attempt: attempt.id, server: madeUpServer }),
    reached: () => reached,
    close: async () => {
      await program.close()
      await rm(it.folder, { recursive: true, force: true })
    },
  }
}

interface Gate {
  /** What was sent, before anybody has looked at it. */
  arrived(): unknown
  goesOn(): boolean
}

/** Handlers that look at their input first. Only names of the contract may be asked for. */
function guard(handlers: Handlers, findings: Findings, gate: Gate): Handlers {
  return new Proxy(handlers, {
    get(target, name) {
      const known = callNames.find((one) => one === name)
      if (known === undefined) {
        findings.check(false, `A handler called ${String(name)} was looked for`)
        return undefined
      }
      const handler: unknown = Reflect.get(target, known)
      return (input: unknown, from: unknown): unknown => {
        findings.check(input !== gate.arrived(), `${known}: the handler was given what had arrived`)
        const again = calls[known].input.safeParse(input)
        findings.check(
          again.success && isDeepStrictEqual(again.data, input),
          `${known}: the handler was given what its schema would not give`,
        )
        if (!gate.goesOn()) return { ok: false, failure: { code: 'not-found' } }
        return typeof handler === 'function'
          ? (Reflect.apply(handler, undefined, [input, from]) as unknown)
          : undefined
      }
    },
  })
}

/** Sends `count` generated inputs to one call. */
export async function attackCall(
  name: CallName,
  count: number,
  seed: number,
  findings: Findings,
): Promise<{ readonly refused: number; readonly reached: number }> {
  const attacked = await openAttacked(findings)
  let refused = 0
  try {
    const inputs = fc.sample(inputsAround(attacked.samples[name]), { numRuns: count, seed })
    for (const input of inputs) {
      const result = await answerTo(attacked, name, input, findings)
      if (result?.ok === false && result.failure.code === 'invalid-input') refused += 1
    }
    return { refused, reached: attacked.reached() }
  } finally {
    await attacked.close()
  }
}

async function answerTo(
  { dispatch }: Attacked,
  name: CallName,
  input: unknown,
  findings: Findings,
): Promise<Result<unknown> | undefined> {
  try {
    const result = await dispatch(name, input, caller)
    if (result.ok) return result
    const { code } = result.failure
    findings.check(code !== 'internal', `${name}: a bug came to light`)
    const shaped = failureShape.safeParse(result.failure)
    findings.check(shaped.success, `${name}: the failure has another shape`)
    return result
  } catch (error) {
    findings.check(false, `${name}: it threw ${String(error).slice(0, 200)}`)
    return undefined
  }
}

/** Things that are no name of a call, some of which turn into one when they are taken for a text. */
export function notNames(count: number, seed: number): readonly unknown[] {
  const [first = 'state.snapshot'] = callNames
  const alike = callNames.flatMap((name) => [
    ` ${name}`,
    `${name} `,
    `${name}\0`,
    name.toUpperCase(),
    name.replace('.', '\u2024'),
    [name],
    { toString: () => name },
    Object(name) as unknown,
  ])
  const generated = fc.sample(fc.oneof(fc.anything({ maxDepth: 2 }), fc.string()), {
    numRuns: count,
    seed,
  })
  const paths = inheritedNames.flatMap((name) => [name, `${first}.${name}`, `calls.${name}`])
  return [...alike, ...paths, undefined, null, 0, Symbol(first), ...generated].filter(
    (name) => !callNames.some((known) => known === name),
  )
}

/** Names that are not calls, and callers that are none, are refused before anything is looked at. */
export async function attackNames(
  count: number,
  seed: number,
  findings: Findings,
): Promise<number> {
  const attacked = await openAttacked(findings)
  try {
    const names = notNames(count, seed)
    for (const name of names) {
      const input = attacked.samples['state.snapshot']
      await refuses(attacked, name, input, caller, 'call', findings)
    }
    for (const name of callNames) {
      await refuses(attacked, name, attacked.samples[name], undefined, 'sender', findings)
    }
    findings.check(attacked.reached() === 0, 'A handler was reached')
    return names.length
  } finally {
    await attacked.close()
  }
}

/** What a name looks like; some cannot be turned into a text, which is the point of them. */
function textOf(name: unknown): string {
  try {
    return JSON.stringify(String(name))
  } catch {
    return `a name that is ${typeof name}`
  }
}

async function refuses(
  { dispatch }: Attacked,
  name: unknown,
  input: unknown,
  from: typeof caller | undefined,
  why: string,
  findings: Findings,
): Promise<void> {
  try {
    const result = await dispatch(name, input, from)
    const refused =
      !result.ok && result.failure.code === 'unsupported' && result.failure.detail === why
    findings.check(refused, `${textOf(name)} was answered`)
  } catch (error) {
    findings.check(false, `A name made it throw ${String(error).slice(0, 200)}`)
  }
}
