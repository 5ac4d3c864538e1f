/**
 * How a test talks to a host that it started: calls and answers over the child process's own
 * channel, JSON both ways. `seam` calls the app's functions, `host` the host's controls.
 */

export interface HostCall {
  readonly latchkeyCall: number
  readonly to: 'seam' | 'host'
  readonly name: string
  readonly args: readonly unknown[]
}

export type HostAnswer =
  | { readonly latchkeyAnswer: number; readonly ok: true; readonly value: unknown }
  | { readonly latchkeyAnswer: number; readonly ok: false; readonly error: CarriedError }

/** Sent once, when tests can attach. */
export interface HostReady {
  readonly latchkeyReady: true
  readonly endpoint: string
  readonly chromiumPid: number
}

export interface CarriedError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
}

type Callable = (...args: unknown[]) => unknown

export function isCall(message: unknown): message is HostCall {
  return typeof message === 'object' && message !== null && 'latchkeyCall' in message
}

export function isAnswer(message: unknown): message is HostAnswer {
  return typeof message === 'object' && message !== null && 'latchkeyAnswer' in message
}

export function isReady(message: unknown): message is HostReady {
  return typeof message === 'object' && message !== null && 'latchkeyReady' in message
}

/** Answers a call with a function of `target`, an own one; errors are carried, never thrown. */
export async function answer(call: HostCall, target: unknown): Promise<HostAnswer> {
  const latchkeyAnswer = call.latchkeyCall
  try {
    if (typeof target !== 'object' || target === null) {
      throw new Error('The app has installed no globalThis.latchkeySeam.')
    }
    const found: unknown = Object.hasOwn(target, call.name) ? Reflect.get(target, call.name) : null
    if (typeof found !== 'function')
      throw new Error(`There is no ${call.to} function ${call.name}.`)
    const value: unknown = await (found as Callable).apply(target, [...call.args])
    return { latchkeyAnswer, ok: true, value: value ?? null }
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    return { latchkeyAnswer, ok: false, error: { name, message, stack } }
  }
}
