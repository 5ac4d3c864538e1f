/** One call through the dispatcher, for the largest input that windows commonly send. */
import { createDispatcher } from '../../../src/main/bridge/dispatcher'
import { createLog } from '../../../src/main/log'
import { crowdId } from '../../fakes/crowd'
import { openCrowd } from '../program'
import { inTurn, timed, type Bench } from '../row'

const rounds = 2_000
const runs = 30

export const call: Bench = {
  name: 'call',
  budget: 3,
  what: `${rounds} calls that submit a step; the baseline parses and serialises the same input and output`,
  async measure() {
    const crowd = await openCrowd(100)
    try {
      const dispatch = createDispatcher({
        handlers: crowd.program.handlers,
        log: createLog(() => undefined),
        checkOutputs: false,
        locked: () => false,
      })
      const caller = { windowId: 1, paste: () => undefined }
      // An attempt that is gone is answered at once, so that only the way there is measured.
      const input = {
        attempt: crowdId(0),
        step: 'sign-up',
        values: { email: 'person@example.org', password: 'x'.repeat(64), captcha: 'abcd' },
      }
      const output = await dispatch('flow.submit', input, caller)
      return await inTurn(
        runs,
        () => timed(() => times(() => dispatch('flow.submit', input, caller))),
        () =>
          timed(() =>
            times(() => Promise.resolve([copied(input), copied(output)] satisfies unknown[])),
          ),
      )
    } finally {
      await crowd.close()
    }
  },
}

async function times(work: () => Promise<unknown>): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await work()
}

function copied(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown
}
