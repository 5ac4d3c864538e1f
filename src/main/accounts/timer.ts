/** Calls back once after a while; gives what stops it. Rules that wait take one, so that tests need not. */
export type StartTimer = (ms: number, run: () => void) => () => void

/** The longest wait that a timer of Node takes. */
const longestMs = 2 ** 31 - 1

/** A timer that does not keep the program alive. One that waits too long for Node calls back early. */
export const startTimer: StartTimer = (ms, run) => {
  const timer = setTimeout(run, Math.min(Math.max(ms, 0), longestMs)).unref()
  return () => clearTimeout(timer)
}
