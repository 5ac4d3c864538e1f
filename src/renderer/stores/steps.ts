import type { AccountId } from '../../shared/account'

/** How many places further; a number larger than the list is the end. */
export type Step = number

/**
 * Runs moves one after the other. Steps of the same account that are asked for while another move runs
 * are added up, so that a key that is held down never leaves a queue behind.
 */
export function createSteps(
  run: (account: AccountId, step: Step) => Promise<void>,
): (account: AccountId, step: Step) => Promise<void> {
  const waiting: { account: AccountId; step: Step }[] = []
  let running: Promise<void> | undefined

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (next.step !== 0) await run(next.account, next.step)
    }
    running = undefined
  }

  return (account, step) => {
    const last = waiting.at(-1)
    if (last?.account === account) last.step += step
    else waiting.push({ account, step })
    running ??= work()
    return running
  }
}
