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
/** What nobody sees of "3 minutes ago". */
const closeEnough = 1_000

let minute = Date.now()
const followers = new Set<() => void>()
let clock: ReturnType<typeof setInterval> | undefined

function tell(): void {
  minute = Date.now()
  for (const follow of followers) follow()
}

/** Runs the one clock of the page while somebody follows it and the page can be seen. */
function runClock(): void {
  clearInterval(clock)
  clock = undefined
  if (followers.size === 0 || document.visibilityState === 'hidden') return
  clock = setInterval(tell, minuteMilliseconds)
}

function seen(): void {
  runClock()
  if (clock !== undefined) tell()
}

function followMinute(follow: () => void): () => void {
  if (followers.size === 0) document.addEventListener('visibilitychange', seen)
  followers.add(follow)
  if (clock === undefined) runClock()
  return () => {
    followers.delete(follow)
    if (followers.size > 0) return
    document.removeEventListener('visibilitychange', seen)
    runClock()
  }
}

function readMinute(): number {
  if (followers.size === 0 && Math.abs(Date.now() - minute) >= closeEnough) minute = Date.now()
  return minute
}

/**
 * The time, drawn anew each minute: for "3 minutes ago". All that show one share a clock, which stands
 * still while nobody can see them.
 */
export function useMinute(): number {
  return useSyncExternalStore(followMinute, readMinute)
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
