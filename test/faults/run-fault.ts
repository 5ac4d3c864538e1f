import { noHarm, unended, type Fault, type Outcome } from './fault'

/** The longest that one fault may take: past this it hangs, which is a fault that was not survived. */
const limitMs = 10 * 60_000

/**
 * Runs one fault. What throws, hangs, or leaves a rejected promise behind that nobody looks at, is an
 * outcome that did not hold; it never ends the run.
 */
export async function runFault(fault: Fault): Promise<Outcome> {
  const loose: string[] = []
  const note = (error: unknown): void => void loose.push(`Nobody caught: ${describe(error)}`)
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  let clock: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    clock = setTimeout(() => reject(new Error(`not done after ${limitMs} ms`)), limitMs)
  })
  try {
    const outcome = await Promise.race([fault.run(), tooLong])
    // Rejections are told at the end of a turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    return { ...outcome, broken: [...outcome.broken, ...loose] }
  } catch (error) {
    return { did: unended, broken: [describe(error), ...loose], harm: noHarm }
  } finally {
    clearTimeout(clock)
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
