import { useId, useRef, useState, type ChangeEvent, type SyntheticEvent } from 'react'
import type { ServerView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import { useActions, usePlace, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Field, Input, Select } from '../../ui/field'
import { Badge } from '../../ui/small'
import { useEscape } from '../../ui/use-escape'
import { ServerFacts } from '../add/server-choices'
import { useFormFailure } from '../failure/use-form-failure'
import { useWrongFocus } from '../flow/focus-field'
import { ServerTrust } from '../trust/server-trust'

/** One server: what it is, what can be set for it, and the ways to it and away from it. */
export function ServerCard({ server }: { server: ServerView }) {
  const text = useText()
  const actions = useActions()
  const { service } = usePlace({ adapter: server.adapter, server: server.id })
  const inUse = useSnapshot((snapshot) =>
    snapshot.accounts.some((account) => account.server === server.id),
  )
  const hint = useId()
  const name = text.flow.at(service.name, server.name)
  const kind = text.add.serverKinds[server.kind]
  return (
    <article className="server-card" aria-label={`${service.name} ${server.name}`}>
      <h3 className="server-card-title">
        {name}
        {!name.toLowerCase().includes(kind.toLowerCase()) && <Badge>{kind}</Badge>}
      </h3>
      <p className="server-address">{server.baseUrl}</p>
      <ServerFacts server={server} />
      {server.trust && <ServerTrust server={server} trust={server.trust} />}
      {server.settings.length > 0 && <ServerSettings server={server} />}
      <div className="server-card-actions">
        <Button
          look="quiet"
          onClick={() => void actions.openSite({ what: 'server', server: server.id })}
        >
          {text.settings.openSite}
        </Button>
        {server.removable && (
          <Button
            look="quiet"
            unavailable={inUse}
            aria-describedby={inUse ? hint : undefined}
            onClick={() => void actions.removeServer(server.id, server.name)}
          >
            {text.settings.removeServer}
          </Button>
        )}
      </div>
      {server.removable && inUse && (
        <p className="setting-hint" id={hint}>
          {text.settings.removeServerHint}
        </p>
      )}
    </article>
  )
}

type Setting = ServerView['settings'][number]

/** Values of settings, by their names. */
type Values = Readonly<Record<string, string>>

/** What of the values differs from those that are kept. */
function without(values: Values, kept: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => kept[name] !== value))
}

function ServerSettings({ server }: { server: ServerView }) {
  const text = useText()
  const actions = useActions()
  // Only what the person has changed is kept here and sent: an import may change the rest meanwhile.
  const [changed, setChanged] = useState<Values>({})
  const [failure, setFailure] = useState<Failure | undefined>()
  const [saving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, Object.keys(changed).length > 0 ? drop : undefined)
  useWrongFocus(form, failure)
  async function save(event: SyntheticEvent) {
    event.preventDefault()
    if (saving) return
    setSaving(true)
    const answer = await actions.configure(server.id, server.name, changed)
    setSaving(false)
    setFailure(answer.ok ? undefined : answer.failure)
    if (answer.ok) setChanged((now) => without(now, changed))
  }
  function drop() {
    setChanged({})
    setFailure(undefined)
  }
  const set = ({ name, value: kept }: Setting, value: string) =>
    setChanged((now) => without({ ...now, [name]: value }, { [name]: kept }))
  const named = server.settings.some((setting) => setting.name === failure?.field)
  const { notice, submitLook } = useFormFailure(named ? undefined : failure)
  return (
    <form ref={form} className="server-settings" onSubmit={(event) => void save(event)} noValidate>
      {server.settings.map((setting) => (
        <SettingField
          key={setting.name}
          setting={setting}
          value={changed[setting.name] ?? setting.value}
          error={
            failure?.field === setting.name
              ? (failure.detail ?? text.prose.stop(text.failures[failure.code].title))
              : undefined
          }
          onChange={(value) => set(setting, value)}
        />
      ))}
      {notice}
      <Button type="submit" look={notice ? submitLook : 'plain'} busy={saving}>
        {text.settings.save}
      </Button>
    </form>
  )
}

function SettingField(props: {
  setting: Setting
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  const text = useText()
  const { setting, value, error } = props
  const change = (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    props.onChange(event.target.value)
  return (
    <Field label={setting.label} hint={setting.hint} error={error}>
      {(ties) =>
        setting.options ? (
          <Select {...ties} options={setting.options} value={value} onChange={change} />
        ) : (
          <Input
            {...ties}
            className="code"
            placeholder={text.settings.off}
            value={value}
            onChange={change}
          />
        )
      }
    </Field>
  )
}
