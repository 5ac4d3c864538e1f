import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

/** Often enough that no second is skipped, whenever the clock was started. */
const tickMilliseconds = 250

/** Milliseconds until `at`, rounded up to whole seconds; 0 from `at` on, never before. */
function timeLeft(at: number | undefined): number {
  return at === undefined ? 0 : Math.max(0, Math.ceil((at - Date.now()) / 1000) * 1000)
}

/** Calls `tick` until `at` is reached, and once more then. */
function tickUntil(at: number | undefined, tick: () => void): () => void {
  if (timeLeft(at) === 0) return () => undefined
  const timer = setInterval(() => {
    if (timeLeft(at) === 0) clearInterval(timer)
    tick()
  }, tickMilliseconds)
  return () => clearInterval(timer)
}

/**
 * How many milliseconds are left until `at`, in whole seconds, drawn anew each second; 0 when it is
 * reached or `at` is undefined. Never tells too early that the wait is over.
 */
export function useTimeLeft(at: number | undefined): number {
  const subscribe = useCallback((tick: () => void) => tickUntil(at, tick), [at])
  return useSyncExternalStore(subscribe, () => timeLeft(at))
}

const minuteMilliseconds = 60_000

/** The time, drawn anew each minute: for "3 minutes ago". */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMilliseconds)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** A wait shorter than this needs no sign; showing one would only flicker. */
const patienceMilliseconds = 150

/** Follows `busy`, but turns true only after it has lasted for 150 ms. */
export function usePatience(busy: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!busy) return
    const timer = setTimeout(() => setLasting(true), patienceMilliseconds)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [busy])
  return busy && lasting
}
