/**
 * The gate of the bridge. Every call passes here: name, sender, input, and only then the handler.
 * This folder is the only user of ipcMain; handlers live under handlers/, one file per topic.
 */
import { randomUUID } from 'node:crypto'
import type { CallInput, CallName, CallOutput, Calls } from '../../shared/contract'
import { fail, type Result } from '../../shared/failure'
import type { Log } from '../log'

/** The window that a call came from, as far as handlers may know it. */
export interface Caller {
  readonly windowId: number
  /** Pastes from the clipboard into the field that has the focus in that window. */
  paste(): void
}

/** The compiler demands a handler for every call of the contract. */
export type Handlers = {
  readonly [N in CallName]: (
    input: CallInput<N>,
    caller: Caller,
  ) => Promise<Result<CallOutput<N>>> | Result<CallOutput<N>>
}

type AnyHandler = (input: unknown, caller: Caller) => Promise<Result<unknown>> | Result<unknown>

export interface DispatcherOptions {
  readonly handlers: Handlers
  readonly log: Log
  /** Parse what handlers give back, too: on in development and tests. */
  readonly checkOutputs: boolean
  /** Whether Latchkey is locked, so that only what `whileLocked` names is answered. */
  readonly locked: () => boolean
}

/** What the window can ask for that takes the passphrase. Nothing here reads or changes an account. */
const whileLocked: ReadonlySet<CallName> = new Set<CallName>([
  'state.snapshot',
  'lock.lock',
  'lock.unlock',
  'window.open',
  'window.close',
  'window.hold',
  'window.paste',
])

/** Gives a result for anything that may arrive, and never throws. */
export type Dispatch = (
  name: unknown,
  input: unknown,
  caller: Caller | undefined,
) => Promise<Result<unknown>>

/**
 * Makes the dispatcher. `caller` is undefined where the sender is not the top frame of one of
 * Latchkey's own windows. Failures of its own: `unsupported` (no such call, or not from there),
 * `invalid-input` (names the field), `latchkey-locked`, `internal` (a bug; the log bears the same id).
 */
export function createDispatcher(options: DispatcherOptions): Dispatch {
  const { handlers, log, checkOutputs, locked } = options
  return async (name, input, caller) => {
    if (caller === undefined) return fail('unsupported', { detail: 'sender' })
    const calls = known ?? (await contract())
    if (!isCallName(name, calls)) return fail('unsupported', { detail: 'call' })
    const parsed = calls[name].input.safeParse(input)
    if (!parsed.success) {
      return fail('invalid-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
    }
    if (locked() && !whileLocked.has(name)) return fail('latchkey-locked')
    const began = performance.now()
    try {
      // The handler found under a call's own name takes exactly what that call's schema has parsed.
      const handler = handlers[name] as AnyHandler
      const result = await handler(parsed.data, caller)
      if (checkOutputs && result.ok) calls[name].output.parse(result.value)
      if (!result.ok) {
        const { code } = result.failure
        log.info(
          `call ${name} failed with ${code} after ${Math.round(performance.now() - began)} ms`,
        )
      }
      return result
    } catch (error) {
      const correlationId = randomUUID()
      log.bug(`call ${name}`, error, correlationId)
      return fail('internal', { correlationId })
    }
  }
}

let known: Calls | undefined

/** What calls look like is made with the first of them: until then there is a window to be shown. */
async function contract(): Promise<Calls> {
  const { calls } = await import('../../shared/contract')
  return (known = calls)
}

function isCallName(name: unknown, calls: Calls): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}
