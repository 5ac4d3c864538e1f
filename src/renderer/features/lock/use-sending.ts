import { useState } from 'react'
import type { Failure, Result } from '../../../shared/failure'

/** A form whose call is on its way or has failed. */
export interface Sending {
  readonly busy: boolean
  /** What went wrong and belongs to no field. */
  readonly failure: Failure | undefined
  readonly send: (call: () => Promise<Result<null>>) => Promise<void>
}

/** `refuse` takes what belongs to a field; `done` is called once the call has gone well. */
export function useSending(refuse: (failure: Failure) => boolean, done: () => void): Sending {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  return {
    busy,
    failure,
    async send(call) {
      if (busy) return
      setBusy(true)
      setFailure(undefined)
      const answer = await call()
      setBusy(false)
      if (answer.ok) done()
      else if (!refuse(answer.failure)) setFailure(answer.failure)
    },
  }
}
