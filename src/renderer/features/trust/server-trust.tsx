import './trust.css'
import { useState } from 'react'
import type { ServerView } from '../../../shared/account'
import type { SiteTrust } from '../../../shared/site-trust'
import { useActions, useFormats, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { CertificateFacts } from './certificate-facts'

/** What the person has allowed for a site, and the way to take it back. */
export function ServerTrust({ server, trust }: { server: ServerView; trust: SiteTrust }) {
  const words = useText().trust.allowed[trust.kind]
  const formats = useFormats()
  const actions = useActions()
  const [ending, setEnding] = useState(false)
  async function end() {
    if (ending) return
    setEnding(true)
    await actions.distrust(server, trust.kind)
    setEnding(false)
  }
  return (
    <section className="server-trust" aria-label={words.title}>
      <h4 className="trust-heading">{words.title}</h4>
      <p className="soft">{words.text(formats.date(trust.since))}</p>
      {trust.kind === 'certificate' && <CertificateFacts certificate={trust.certificate} />}
      <Button unavailable={ending} onClick={() => void end()}>
        {words.end}
      </Button>
    </section>
  )
}
