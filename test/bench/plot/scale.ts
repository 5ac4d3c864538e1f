/** An axis from zero on, with a line at each of a few round numbers. */
export interface Scale {
  /** The end of the axis: the first round number that nothing is above. */
  readonly top: number
  readonly lines: readonly number[]
}

/** Apart from powers of ten, what people count in. */
const rounds = [1, 2, 2.5, 5, 10] as const
/** So many lines at most, the one at zero not counted. */
const most = 4

/** Makes the axis for amounts of which `largest` is the largest. */
export function scaleFor(largest: number): Scale {
  if (!(largest > 0) || !Number.isFinite(largest))
    throw new Error(`There is no scale to ${largest}.`)
  const power = 10 ** Math.floor(Math.log10(largest / most))
  const step = rounds.map((round) => round * power).find((one) => one * most >= largest)
  if (step === undefined) throw new Error(`No round number fits ${largest}.`)
  const count = Math.ceil(largest / step)
  // Counted anew each time, so that no error adds up, and cut, because 3 * 0.1 is more than 0.3.
  const lines = Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)))
  return { top: lines.at(-1) ?? largest, lines }
}

/** An amount in milliseconds as it is read: three digits at most, and no more than are known. */
export function inWords(ms: number): string {
  const digits = ms >= 100 ? 0 : ms >= 10 ? 1 : ms >= 1 ? 2 : 3
  return `${Number(ms.toFixed(digits))} ms`
}
