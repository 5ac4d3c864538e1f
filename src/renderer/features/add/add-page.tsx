/** Adding an account: which service, at which server, and how. */
import './add.css'
import { useState } from 'react'
import type { AdapterId, ServerId, ServiceView } from '../../../shared/account'
import { useSnapshot, useText } from '../../stores/context'
import { Page, Section } from '../../ui/page'
import { Back } from '../shell/back'
import { AddSite } from './add-site'
import { FlowChoices } from './flow-choices'
import { ServerChoices } from './server-choices'
import { ServiceChoices } from './service-choices'

export function AddPage({ adapter }: { adapter?: AdapterId | undefined }) {
  const text = useText().add
  const service = useSnapshot((snapshot) =>
    snapshot.services.find((one) => one.adapter === adapter),
  )
  if (service) return <ServicePage service={service} />
  return (
    <Page before={<Back to={{ kind: 'home' }} />} title={text.title} subtitle={text.chooseService}>
      <ServiceChoices />
    </Page>
  )
}

function ServicePage({ service }: { service: ServiceView }) {
  const text = useText().add
  const all = useSnapshot((snapshot) => snapshot.servers)
  const servers = all.filter((server) => server.adapter === service.adapter)
  const [chosen, setChosen] = useState<ServerId | undefined>()
  // Who only looks around makes no real account by mistake.
  const sandboxes = all.filter(({ kind }) => kind === 'sandbox').map(({ id }) => id)
  const looksAround = useSnapshot(({ accounts }) =>
    accounts.every((account) => sandboxes.includes(account.server)),
  )
  const sandbox = looksAround ? servers.find(({ kind }) => kind === 'sandbox') : undefined
  const server = servers.find((one) => one.id === chosen) ?? sandbox ?? servers[0]
  return (
    <Page
      before={<Back to={{ kind: 'add' }} label={text.back} />}
      title={service.name}
      subtitle={service.tagline}
    >
      <Section title={text.asks}>
        <ol className="asks">
          {service.asks.map(({ what, why }) => (
            <li key={what} className="ask">
              <span className="ask-what">{what}</span>
              <span className="ask-why">{why}</span>
            </li>
          ))}
        </ol>
      </Section>
      {/* What a site said about itself is worth reading even where there is no choice. */}
      {(servers.length > 1 || service.ownSites) && servers.length > 0 && (
        <ServerChoices servers={servers} chosen={server?.id} onChoose={setChosen} />
      )}
      {service.ownSites && (
        <AddSite
          adapter={service.adapter}
          open={servers.length === 0}
          onAdded={(added) => setChosen(added.id)}
        />
      )}
      {server && (
        <Section title={text.chooseFlow}>
          <FlowChoices key={server.id} service={service} server={server} />
        </Section>
      )}
    </Page>
  )
}
