/**
 * Measurements of Latchkey, each as a ratio to the unavoidable part of the same work, measured in the
 * same run. This folder holds the frame; rows/ holds one file per row. They are no tests: a slow
 * machine fails nothing.
 */

/** What one row measured: pairs of amounts in the row’s unit, taken in turn. */
export interface Measured {
  readonly ours: readonly number[]
  readonly baseline: readonly number[]
  /** What the amounts do not show and a reader has to know. */
  readonly note?: string | undefined
}

export interface Bench {
  readonly name: string
  /** What is measured; milliseconds unless said otherwise. */
  readonly unit?: 'ms' | 'bytes' | 'times' | 'ns' | undefined
  /** How many times the baseline ours may take. */
  readonly budget: number
  /** What is compared with what, in a few words. */
  readonly what: string
  measure(): Promise<Measured>
}

/** A row as out/bench.json holds it; amounts are medians. */
export interface Row {
  readonly name: string
  readonly ours: number
  readonly baseline: number
  readonly ratio: number
  readonly budget: number
  readonly runs: number
}

/** Runs both in turn (A B A B …), so that what else the machine does falls on both alike. */
export async function inTurn(
  runs: number,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Measured> {
  const measured = { ours: [] as number[], baseline: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    measured.ours.push(await ours())
    measured.baseline.push(await baseline())
  }
  return measured
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export function toRow({ name, budget }: Bench, { ours, baseline }: Measured): Row {
  const [middle, base] = [median(ours), median(baseline)]
  return { name, ours: middle, baseline: base, ratio: middle / base, budget, runs: ours.length }
}

/** How far apart the runs lie, as a share of their median. */
export function spread(times: readonly number[]): number {
  return (Math.max(...times) - Math.min(...times)) / median(times)
}

/** The amount in the middle; between the two there, if their number is even. */
export function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const [low = NaN, high = low] = sorted.slice(half - (sorted.length % 2 === 0 ? 1 : 0), half + 1)
  return (low + high) / 2
}
