import { useState } from 'react'
import type { AdapterId, ServerView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import type { TrustWish } from '../../../shared/site-trust'
import { useActions } from '../../stores/context'
import type { TrustAsk } from '../trust/trust-question'

export interface NewSite {
  readonly looking: boolean
  readonly failure: Failure | undefined
  /** What has to be decided before the site can be added. */
  readonly ask: TrustAsk | undefined
  readonly add: (address: string, wish?: TrustWish) => Promise<void>
  /** Nothing is allowed: what was wrong stays told at the address. */
  readonly decline: () => void
}

/** Looks an address up and adds the site; where a person has to allow something first, asks. */
export function useNewSite(adapter: AdapterId, onAdded: (server: ServerView) => void): NewSite {
  const actions = useActions()
  const [failure, setFailure] = useState<Failure | undefined>()
  const [ask, setAsk] = useState<TrustAsk | undefined>()
  const [looking, setLooking] = useState(false)

  async function question(problem: Failure, address: string): Promise<void> {
    setFailure(problem)
    setAsk(undefined)
    if (problem.code === 'unencrypted-private') {
      setAsk({ kind: 'plain-http', host: problem.detail ?? address })
    }
    if (problem.code !== 'tls-untrusted') return
    const seen = await actions.lookAtNewSite(adapter, address)
    if (!seen.ok) setFailure(seen.failure)
    else if (seen.value.problems.length > 0) setAsk({ kind: 'certificate', look: seen.value })
  }

  return {
    looking,
    failure,
    ask,
    async add(address, wish) {
      if (address === '') return setFailure({ code: 'invalid-input', detail: 'required' })
      setLooking(true)
      if (!wish) setFailure(undefined)
      const answer = await actions.addSite(adapter, address, wish)
      if (!answer.ok) await question(answer.failure, address)
      setLooking(false)
      if (answer.ok) onAdded(answer.value)
    },
    decline: () => setAsk(undefined),
  }
}
