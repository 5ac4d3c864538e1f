import { useState } from 'react'
import type { FlowId, ServerView, ServiceView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import { useActions, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { ChoiceCard } from '../../ui/choice-card'
import { LogInIcon, MailIcon, RefreshIcon, RegisterIcon, TokenIcon } from '../../ui/icons'
import { usePatience } from '../../ui/use-time'
import { FailureNotice } from '../failure/failure-notice'

const order = ['register', 'login', 'token', 'verify', 'reset'] as const satisfies FlowId[]

const icons: Readonly<Record<FlowId, typeof LogInIcon>> = {
  register: RegisterIcon,
  login: LogInIcon,
  verify: MailIcon,
  reset: RefreshIcon,
  token: TokenIcon,
}

/** The flows of a service; one that it does not have says why and offers the one to take instead. */
export function FlowChoices({ service, server }: { service: ServiceView; server: ServerView }) {
  const text = useText().add
  const actions = useActions()
  const [starting, setStarting] = useState<FlowId | undefined>()
  const [failed, setFailed] = useState<{ flow: FlowId; failure: Failure } | undefined>()
  const busy = usePatience(starting !== undefined)
  async function begin(flow: FlowId) {
    if (starting) return
    setStarting(flow)
    setFailed(undefined)
    const problem = await actions.begin({ flow, server: server.id })
    setStarting(undefined)
    setFailed(problem && { flow, failure: problem })
  }
  return (
    <div className="choices">
      {failed && (
        <FailureNotice
          failure={failed.failure}
          serviceName={service.name}
          server={server.id}
          offers={{
            'log-in': () => void begin('login'),
            register: () => void begin('register'),
            'use-token': () => void begin('token'),
            'open-site': () => void actions.openSite({ what: 'server', server: server.id }),
            reset: () => void begin('reset'),
            keychain: () => void actions.retryKeychain(),
            retry: () => void begin(failed.flow),
          }}
        />
      )}
      {order.map((flow) => {
        const offer = service.flows[flow]
        const Icon = icons[flow]
        return offer.available ? (
          <ChoiceCard
            key={flow}
            title={offer.title}
            text={offer.text}
            icon={<Icon aria-hidden="true" />}
            busy={busy && starting === flow}
            onChoose={() => void begin(flow)}
          />
        ) : (
          <div key={flow} className="choice-missing">
            <p className="choice-missing-title">
              {offer.title} <span className="soft">{text.unavailable}</span>
            </p>
            <p className="soft">{offer.reason}</p>
            <Button onClick={() => void begin(offer.instead)}>
              {text.instead(service.flows[offer.instead].title)}
            </Button>
          </div>
        )
      })}
    </div>
  )
}
