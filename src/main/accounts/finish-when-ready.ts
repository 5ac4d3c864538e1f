/** When what a crash has cut short is finished, and what the keychain has refused is tried again. */
import type { Keychain } from '../keychain/keychain'
import type { Log } from '../log'

export interface Unfinished {
  /** Finishes what a crash has cut short. */
  finish(): Promise<unknown>
  /** Stores the sessions that the keychain has refused; `last` is when the program ends. */
  store(when?: 'last'): Promise<void>
}

export interface Finishing {
  /** Waits for what is being finished. */
  idle(): Promise<void>
  /** Tries what is still held once more, if it may be taken. */
  again(): void
  /** The program ends: what is still held is tried a last time. */
  end(): void
}

/** Does both each time the keychain is ready, so that nothing is asked of it before there is something to see. */
export function finishWhenReady(
  work: Unfinished,
  keychain: Pick<Keychain, 'state' | 'onState'>,
  log: Log,
): Finishing {
  let running = Promise.resolve()
  const note = (error: unknown): void => log.bug('finishing what was cut short', error, 'keychain')
  // Not waited for, so that a write that hangs keeps nothing else from being finished.
  const store = (when?: 'last'): void => void work.store(when).catch(note)
  const attempt = (): void => {
    running = running.then(() => work.finish()).then(() => store(), note)
  }
  if (keychain.state.kind === 'ready') attempt()
  keychain.onState(({ kind }) => {
    if (kind === 'ready') attempt()
    if (kind === 'memory') store()
  })
  return {
    idle: () => running,
    again() {
      if (keychain.state.kind === 'ready' || keychain.state.kind === 'memory') store()
    },
    end() {
      // What would go to memory now would end with the program.
      if (keychain.state.kind !== 'memory') store('last')
    },
  }
}
