import { useState } from 'react'
import type { ServerId, ServerView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import type { TrustWish } from '../../../shared/site-trust'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button, type ButtonProps } from '../../ui/button'
import { TrustQuestion, type TrustAsk } from './trust-question'

/**
 * The server of a failure that a person may allow something against, for a site of their own. Nothing
 * for any other failure, or any other server.
 */
export function useTrustable(
  failure: Failure | undefined,
  id: ServerId | undefined,
): ServerView | undefined {
  const server = useSnapshot((snapshot) => snapshot.servers.find((one) => one.id === id))
  const ownSite = useSnapshot((snapshot) =>
    snapshot.services.some((one) => one.adapter === server?.adapter && one.ownSites),
  )
  const helps = failure?.code === 'tls-untrusted' || failure?.code === 'unencrypted-private'
  return ownSite && helps ? server : undefined
}

/** The way out of such a failure: a look at the site's certificate, or the question about http. */
export function TrustOffer(props: {
  failure: Failure
  server: ServerView
  look: ButtonProps['look']
}) {
  const { failure, server } = props
  const text = useText().trust
  const actions = useActions()
  const [ask, setAsk] = useState<TrustAsk>()
  const [problem, setProblem] = useState<Failure>()
  const [working, setWorking] = useState(false)
  async function look() {
    if (working) return
    setProblem(undefined)
    setWorking(true)
    await actions.lookAtCertificate(server, (look) => setAsk({ kind: 'certificate', look }))
    setWorking(false)
  }
  async function trust(wish: TrustWish) {
    setWorking(true)
    const answer = await actions.trust(server, wish)
    setWorking(false)
    if (answer.ok) setAsk(undefined)
    else setProblem(answer.failure)
  }
  return (
    <>
      {failure.code === 'tls-untrusted' ? (
        <Button look={props.look} busy={working} unavailable={working} onClick={() => void look()}>
          {text.look}
        </Button>
      ) : (
        <Button
          look={props.look}
          onClick={() => setAsk({ kind: 'plain-http', host: new URL(server.baseUrl).host })}
        >
          {text.decide}
        </Button>
      )}
      {ask && (
        <TrustQuestion
          ask={ask}
          before={server.trust}
          busy={working}
          failure={problem}
          onTrust={(wish) => void trust(wish)}
          onCancel={() => setAsk(undefined)}
        />
      )}
    </>
  )
}
