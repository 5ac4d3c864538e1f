import './accounts.css'
import { useEffect, useMemo, useRef } from 'react'
import type { AccountView, ServerView, ServiceView } from '../../../shared/account'
import { useActions, useSnapshot, useText, useUi } from '../../stores/context'
import { groupAccounts, stateTone } from '../../stores/selectors'
import { Mark } from '../../ui/icons'
import { Badge, Dot } from '../../ui/small'
import { Spinner } from '../../ui/spinner'
import { usePatience } from '../../ui/use-time'

/** All accounts that match the search, grouped by server. */
export function AccountList() {
  const text = useText()
  const query = useUi((state) => state.query)
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const servers = useSnapshot((snapshot) => snapshot.servers)
  const services = useSnapshot((snapshot) => snapshot.services)
  const groups = useMemo(
    () => groupAccounts({ accounts, servers, services }, query, text.accounts),
    [accounts, servers, services, query, text],
  )
  if (groups.length === 0) return <p className="list-empty">{text.accounts.noMatch(query)}</p>
  return groups.map(({ server, service, accounts: members }) => (
    <section key={server.id} className="group">
      <GroupTitle server={server} service={service} />
      <ul>
        {members.map((account) => (
          <li key={account.id}>
            <AccountRow account={account} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** A service is named first; its server only where that tells something. */
function GroupTitle({ server, service }: { server: ServerView; service: ServiceView }) {
  const text = useText()
  return (
    <h2 className="group-title">
      {server.kind === 'site' ? server.name : service.name}
      {server.kind === 'site' && <span className="soft"> {service.name}</span>}
      {(server.kind === 'sandbox' || server.kind === 'test') && (
        <Badge>{text.add.serverKinds[server.kind]}</Badge>
      )}
    </h2>
  )
}

function AccountRow({ account }: { account: AccountView }) {
  const text = useText()
  const actions = useActions()
  const current = useUi(({ place }) => place.kind === 'account' && place.account === account.id)
  const busy = usePatience(account.busy !== undefined)
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const state = account.busy
    ? text.accountBusy[account.busy]
    : text.accountStates[account.state].short
  return (
    <button
      ref={row}
      type="button"
      className="row"
      aria-current={current ? 'page' : undefined}
      onClick={() => actions.goTo({ kind: 'account', account: account.id })}
    >
      {busy ? <Spinner /> : <Dot tone={stateTone(account.state)} />}
      <span className="row-body">
        <span className="row-label">{account.label}</span>
        <span className="row-line">
          {account.label !== account.email && <span className="row-email">{account.email}</span>}
          <span>{state}</span>
        </span>
      </span>
      {account.active && (
        <span className="row-active">
          <Mark />
          <span className="only-read">{text.accounts.active}</span>
        </span>
      )}
    </button>
  )
}
