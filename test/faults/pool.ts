/**
 * Runs faults in as many processes as there are cores. Some faults compute and others wait for limits of
 * seconds, and they lie in the list by groups: so one process takes from its beginning and the next one
 * from its end, and what waits runs beside what computes.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { noHarm, unended, type Fault, type Outcome } from './fault'
import type { FromWorker, ToWorker } from './worker'

export interface Finished {
  readonly fault: Fault
  readonly outcome: Outcome
  readonly seconds: number
}

export interface PoolOptions {
  /** The built worker.ts. */
  readonly worker: string
  readonly size: number
  /** Hears of each fault as soon as it is over. */
  readonly onFinished: (finished: Finished) => void
}

/** Runs all; a process that dies takes only its fault with it, which has not held then. */
export async function runInPool(
  faults: readonly Fault[],
  { worker, size, onFinished }: PoolOptions,
): Promise<readonly Finished[]> {
  const waiting = [...faults]
  const finished: Finished[] = []
  const work = async (fromTheEnd: boolean): Promise<void> => {
    let child: ChildProcess | undefined
    const next = (): Fault | undefined => (fromTheEnd ? waiting.pop() : waiting.shift())
    for (let fault = next(); fault; fault = next()) {
      const began = performance.now()
      child =
        child?.connected === true
          ? child
          : fork(worker, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      const outcome = await outcomeOf(child, fault)
      // What hangs goes on in its process, where the next fault would meet it.
      if (outcome.did === unended && child.connected) child.disconnect()
      const one = { fault, outcome, seconds: (performance.now() - began) / 1000 }
      finished.push(one)
      onFinished(one)
    }
    if (child?.connected === true) child.disconnect()
  }
  await Promise.all(Array.from({ length: size }, (_, index) => work(index % 2 === 1)))
  return faults.flatMap((fault) => finished.filter((one) => one.fault === fault))
}

function outcomeOf(child: ChildProcess, { fault }: Fault): Promise<Outcome> {
  return new Promise((resolve) => {
    const ended = (code: number | null, signal: NodeJS.Signals | null): void => {
      const broken = [`Its process ended by ${signal ?? `itself, with ${String(code)}`}`]
      resolve({ did: unended, broken, harm: noHarm })
    }
    child.once('exit', ended)
    // Both ends are built from worker.ts and started together.
    child.once('message', (outcome) => {
      child.off('exit', ended)
      resolve(outcome as FromWorker)
    })
    child.send(fault satisfies ToWorker)
  })
}
