/** The check of all accounts: begin it, see how far it is, stop it, and go to what it found. */
import './health.css'
import { memo, useMemo, useState } from 'react'
import type { AccountView } from '../../../shared/account'
import { expiresSoon } from '../../../shared/account-need'
import type { CheckAll } from '../../../shared/health'
import { filtered } from '../../stores/account-changes'
import { findServer } from '../../stores/places'
import { useActions, useFormats, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { RefreshIcon } from '../../ui/icons'
import { Section } from '../../ui/page'
import { ProgressBar } from '../../ui/progress'
import { News } from '../../ui/news'
import { Dot } from '../../ui/small'
import { useMinute } from '../../ui/use-time'
import { countOutcomes, outcomeKinds, outcomeOf, type OutcomeKind } from './outcome'

type Running = Extract<CheckAll, { kind: 'running' }>
type Ended = Extract<CheckAll, { kind: 'ended' }>

const tones = { fine: 'good', needs: 'warning', locked: 'warning', notAsked: 'neutral' } as const

/** How many accounts one list in the panel names. */
const nameLimit = 8

/** Stands on the home page while there is an account with a token. */
export const CheckAllPanel = memo(function CheckAllPanel() {
  const text = useText().health
  const checkAll = useSnapshot((snapshot) => snapshot.checkAll)
  const some = useSnapshot(({ accounts }) => accounts.some(({ hasSecret }) => hasSecret))
  const end = useEnd(checkAll)
  if (!some && checkAll.kind !== 'running') return null
  return (
    <Section title={text.title} text={checkAll.kind === 'never' ? text.text : undefined}>
      <div className="health-panel">
        <Control checkAll={checkAll} />
        {checkAll.kind === 'running' && <Progress run={checkAll} />}
        {checkAll.kind === 'ended' && <Outcomes found={checkAll.found} linked />}
        <Expiring />
      </div>
      <News words={end} />
    </Section>
  )
})

/** How the last run ended, read out once: not again with each minute that it is longer ago. */
function useEnd(checkAll: CheckAll): string {
  const text = useText().health
  const formats = useFormats()
  if (checkAll.kind !== 'ended') return ''
  const { total, done, cancelled, endedAt } = checkAll
  if (total === 0) return text.nothing
  const when = formats.ago(endedAt, endedAt)
  return cancelled ? text.cancelled(done, total, when) : text.ended(when)
}

/** Begins and stops with one button, which keeps the focus of whoever has pressed it. */
function Control({ checkAll }: { checkAll: CheckAll }) {
  const text = useText().health
  const actions = useActions()
  const running = checkAll.kind === 'running'
  const labels = { never: text.begin, running: text.cancel, ended: text.again }
  return (
    <div className="health-row">
      {running && <span>{text.running(checkAll.done, checkAll.total)}</span>}
      {checkAll.kind === 'ended' && <LastRun run={checkAll} />}
      <Button
        icon={running ? undefined : <RefreshIcon />}
        // Enter that is held down must not stop what it has just begun.
        onKeyDown={(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}
        onClick={() => void (running ? actions.stopCheckingAll() : actions.checkAll())}
      >
        {labels[checkAll.kind]}
      </Button>
    </div>
  )
}

function Progress({ run }: { run: Running }) {
  const text = useText().health
  const told = text.running(run.done, run.total)
  return (
    <>
      <ProgressBar label={text.progress} done={run.done} total={run.total} told={told} />
      <Outcomes found={run.found} />
      <Pauses pauses={run.pauses} />
    </>
  )
}

function Pauses({ pauses }: Pick<Running, 'pauses'>) {
  const text = useText().health
  const formats = useFormats()
  const servers = useSnapshot((snapshot) => snapshot.servers)
  return pauses.map(({ server, until }) => (
    <p key={server} className="soft">
      {text.pause(findServer(servers, server)?.name ?? server, formats.time(until))}
    </p>
  ))
}

function LastRun({ run }: { run: Ended }) {
  const text = useText().health
  const formats = useFormats()
  const when = formats.ago(run.endedAt, Math.max(useMinute(), run.endedAt))
  const told = run.cancelled ? text.cancelled(run.done, run.total, when) : text.ended(when)
  return <span>{run.total === 0 ? text.nothing : told}</span>
}

/** How many accounts came out how; with `linked`, each with a way to them. */
function Outcomes({ found, linked = false }: { found: Ended['found']; linked?: boolean }) {
  const text = useText().health
  const counts = countOutcomes(found)
  const there = outcomeKinds.filter((kind) => counts[kind] > 0)
  if (there.length === 0) return null
  return (
    <ul className="health-outcomes">
      {there.map((kind) => (
        <li key={kind}>
          <span className="health-outcome">
            <Dot tone={tones[kind]} />
            {text.outcome[kind](counts[kind])}
          </span>
          {linked && <WayTo kind={kind} />}
        </li>
      ))}
    </ul>
  )
}

function WayTo({ kind }: { kind: OutcomeKind }) {
  const text = useText()
  const actions = useActions()
  switch (kind) {
    case 'fine':
      return null
    case 'needs':
      return (
        <Button look="quiet" onClick={() => actions.showList({ kind: 'attention' })}>
          {text.health.show}
        </Button>
      )
    case 'locked':
      return (
        <Button look="quiet" onClick={() => void actions.retryKeychain()}>
          {text.keychain.retry}
        </Button>
      )
    case 'notAsked':
      return <NotAsked />
  }
}

function NotAsked() {
  const text = useText().health
  const [open, setOpen] = useState(false)
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  return (
    <>
      <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? text.hide : text.show}
      </Button>
      {open && (
        <Names
          accounts={accounts.filter(
            ({ hasSecret, state }) => hasSecret && outcomeOf(state) === 'notAsked',
          )}
        />
      )}
    </>
  )
}

/** Tokens that run out soon and that only a new login replaces. */
function Expiring() {
  const text = useText().health
  const now = useMinute()
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const find = useMemo(() => filtered((account) => expiresSoon(account, now)), [now])
  const soon = find(accounts)
  if (soon.length === 0) return null
  return (
    <div className="health-expiring">
      <h3 className="health-outcome">
        <Dot tone="warning" />
        {text.expiring}
      </h3>
      <p className="soft">{text.expiringText(soon.length)}</p>
      <Names accounts={soon} when={({ tokenExpiresAt }) => tokenExpiresAt} />
    </div>
  )
}

interface NamesProps {
  readonly accounts: readonly AccountView[]
  readonly when?: (account: AccountView) => number | undefined
}

function Names({ accounts, when = () => undefined }: NamesProps) {
  const text = useText().health
  const formats = useFormats()
  const actions = useActions()
  const now = useMinute()
  const rest = accounts.length - nameLimit
  return (
    <ul className="health-names">
      {accounts.slice(0, nameLimit).map((account) => {
        const at = when(account)
        return (
          <li key={account.id}>
            <button
              type="button"
              className="health-name"
              onClick={() => actions.goTo({ kind: 'account', account: account.id })}
            >
              {account.label}
            </button>
            {at !== undefined && (
              <span className="soft">{text.expires(formats.relative(at, now))}</span>
            )}
          </li>
        )
      })}
      {rest > 0 && <li className="soft">{text.more(rest)}</li>}
    </ul>
  )
}
