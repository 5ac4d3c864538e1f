/** How often progress is told, at most. */
const tellEveryMs = 100

/** Passes progress on now and then, and always its beginning and its end. */
export function sometimes(
  tell: (done: number, total: number) => void,
  now: () => number = () => performance.now(),
): (done: number, total: number) => void {
  let last = -Infinity
  return (done, total) => {
    if (done > 0 && done < total && now() - last < tellEveryMs) return
    last = now()
    tell(done, total)
  }
}
