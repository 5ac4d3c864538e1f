/**
 * The only user of `window.latchkey`. Everything else takes a `Bridge`, so that a screen can be drawn
 * and tested on any other one. The types come from the contract; none of its code is shipped.
 */
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../shared/contract'
import { fail, type Result } from '../shared/failure'

export interface Bridge {
  /** Calls the main process. Never rejects: what cannot be answered comes back as `internal`. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>
  /** Listens to an event until the returned function is called. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
}

declare global {
  interface Window {
    readonly latchkey: Bridge
  }
}

/** The bridge that the preload gave this window. */
export function windowBridge(): Bridge {
  const raw = window.latchkey
  return {
    async call(name, input) {
      try {
        return await raw.call(name, input)
      } catch {
        // The main process answers with a Result even for its own mistakes, so this is a window that
        // has lost its other half; there is no log entry to refer to.
        return fail('internal')
      }
    },
    on: (name, listener) => raw.on(name, listener),
  }
}
