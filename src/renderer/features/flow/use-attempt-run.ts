import { useState } from 'react'
import type { Failure } from '../../../shared/failure'
import type { AttemptView, StepValues } from '../../../shared/flow'
import { useActions } from '../../stores/context'

/** What runs for the attempt on the screen, and how the last run ended. */
export interface AttemptRun {
  /** `submit` or the id of an action, while one runs here or in another window. */
  readonly busy: string | undefined
  /** Whether an answer to a call of this window is still to come. */
  readonly waiting: boolean
  /** Why the last run failed: what the attempt says, or that the call itself could not be made. */
  readonly failure: Failure | undefined
  /** `remember` is what the person wants for the password of the step, where it has one. */
  readonly submit: (step: string, values: StepValues, remember?: boolean) => Promise<void>
  readonly act: (action: string) => Promise<void>
}

/** Runs submits and actions of an attempt, one at a time. */
export function useAttemptRun(attempt: AttemptView | undefined): AttemptRun {
  const actions = useActions()
  const [pending, setPending] = useState<string | undefined>()
  const [callFailure, setCallFailure] = useState<Failure | undefined>()
  const busy = attempt?.busy ?? pending

  async function run(what: string, call: (attempt: AttemptView) => Promise<Failure | undefined>) {
    if (!attempt || busy !== undefined) return
    setPending(what)
    setCallFailure(undefined)
    const failure = await call(attempt)
    setPending(undefined)
    setCallFailure(failure)
  }

  return {
    busy,
    waiting: pending !== undefined,
    failure: busy === undefined ? (callFailure ?? attempt?.failure) : undefined,
    submit: (step, values, remember) =>
      run('submit', (one) => actions.submit(one, step, values, remember)),
    act: (action) => run(action, (one) => actions.act(one, action)),
  }
}
