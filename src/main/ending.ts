/** Steps by which the program ends: none of them may keep the next from its turn. */
import type { Log } from './log'

/** Takes the steps one after another, whatever becomes of each; the log hears of one that throws. */
export async function endInTurn(steps: readonly (() => unknown)[], log: Log): Promise<void> {
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      log.bug('ending', error, 'quit')
    }
  }
}

/** Waits for work, but no longer than the limit. */
export async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs)
  })
  await Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
