/** A time limit on top of the caller's own wish to stop, as one signal. */

export interface Limit {
  /** Aborts when the time is up, when the outer signal aborts, and at `end`. */
  readonly signal: AbortSignal
  readonly timedOut: () => boolean
  /** Stops the clock and leaves the signal as it is. */
  readonly stopClock: () => void
  /** Aborts whatever still listens and lets go of the outer signal. */
  readonly end: () => void
}

/** Made once: an abort without a reason makes one, with a trace, for each request that has ended well. */
const over = new Error('over')

/** Starts a limit of `ms` milliseconds within `outer`. Whoever starts it has to `end` it. */
export function startLimit(ms: number, outer: AbortSignal): Limit {
  const controller = new AbortController()
  let timedOut = false
  const abort = (): void => controller.abort(over)
  const clock = setTimeout(() => {
    timedOut = true
    abort()
  }, ms)
  const stopClock = (): void => clearTimeout(clock)
  if (outer.aborted) abort()
  outer.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    stopClock,
    end: () => {
      stopClock()
      outer.removeEventListener('abort', abort)
      abort()
    },
  }
}

/** Waits for `work`, or rejects as soon as `signal` aborts; what `work` gives then is dropped. */
export async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted()
  let stop = (): void => undefined
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Error('aborted'))
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
