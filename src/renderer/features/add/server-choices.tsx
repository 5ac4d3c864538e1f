import './add.css'
import { useId } from 'react'
import type { ServerId, ServerView } from '../../../shared/account'
import { writeFact } from '../../../shared/text/fact'
import { useFormats, useText } from '../../stores/context'
import { Badge } from '../../ui/small'

export interface ServerChoicesProps {
  readonly servers: readonly ServerView[]
  readonly chosen: ServerId | undefined
  readonly onChoose: (server: ServerId) => void
}

/** The servers of a service, one of them chosen; what a site said about itself stands beneath it. */
export function ServerChoices({ servers, chosen, onChoose }: ServerChoicesProps) {
  const text = useText().add
  const group = useId()
  return (
    <fieldset className="servers">
      <legend className="section-title">{text.chooseServer}</legend>
      {servers.map((server) => (
        <label key={server.id} className="server">
          <input
            type="radio"
            name={group}
            checked={server.id === chosen}
            onChange={() => onChoose(server.id)}
          />
          <span className="server-body">
            <span className="server-name">
              {server.name}
              {(server.kind === 'sandbox' || server.kind === 'test') && (
                <Badge>{text.serverKinds[server.kind]}</Badge>
              )}
            </span>
            <span className="server-address">{server.baseUrl}</span>
            {server.id === chosen && <ServerFacts server={server} />}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What a probe of a server found, in one line per fact. */
export function ServerFacts({ server }: { server: ServerView }) {
  const { prose } = useText()
  const formats = useFormats()
  if (server.facts.length === 0) return null
  return (
    <span className="server-facts">
      {server.facts.map((fact) => (
        <span key={fact.key}>{prose.named(fact.label, writeFact(fact, formats))}</span>
      ))}
    </span>
  )
}
