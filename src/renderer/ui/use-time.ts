import { useEffect, useState, useSyncExternalStore } from 'react'

/** Often enough that no second is skipped, whenever the clock was started. */
const tickMilliseconds = 250

function everySecond(tick: () => void): () => void {
  const timer = setInterval(tick, tickMilliseconds)
  return () => clearInterval(timer)
}

function never(): () => void {
  return () => undefined
}

/**
 * How many milliseconds are left until `at`, in whole seconds, drawn anew each second; 0 when it is
 * reached or `at` is undefined. Never tells too early that the wait is over.
 */
export function useTimeLeft(at: number | undefined): number {
  const left = (): number =>
    at === undefined ? 0 : Math.max(0, Math.ceil((at - Date.now()) / 1000) * 1000)
  return useSyncExternalStore(left() > 0 ? everySecond : never, left)
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
