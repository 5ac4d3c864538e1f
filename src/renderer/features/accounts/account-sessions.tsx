import './account-details.css'
import { useState } from 'react'
import type { AccountView, ServiceView } from '../../../shared/account'
import type { FailureOffers } from '../../../shared/failure-remedy'
import { useActions, useFormats, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { QuestionDialog } from '../../ui/dialog'
import { GoodIcon } from '../../ui/icons'
import { Section } from '../../ui/page'
import { ProgressBar } from '../../ui/progress'
import { Announcement, Badge } from '../../ui/small'
import { useMinute } from '../../ui/use-time'
import { FailureNotice } from '../failure/failure-notice'
import { canEnd, useSessions, type ListedSession, type SessionsHold } from './use-sessions'

/**
 * Where an account is logged in, for services that tell. The list is asked for on the person's word:
 * to open a page must not read the keychain or reach out to a service.
 */
export function AccountSessions(props: { account: AccountView; service: ServiceView }) {
  const { account, service } = props
  const text = useText().accountPage.sessions
  const hold = useSessions(account.id)
  const { list } = hold
  const actions = useActions()
  const { id, server } = account
  const offers: FailureOffers = {
    'log-in': () => void actions.beginOrTell({ flow: 'login', server, account: id }),
    'open-site': () => void actions.openSite({ what: 'server', server }),
    keychain: () => void actions.retryKeychain().then(hold.ask),
  }
  return (
    <Section
      title={text.title}
      text={list.kind === 'unasked' ? text.text(service.name) : undefined}
    >
      {list.kind === 'failed' && (
        <FailureNotice
          failure={list.failure}
          serviceName={service.name}
          offers={{ ...offers, retry: () => void hold.ask() }}
        />
      )}
      {list.kind === 'listed' && <SessionLines hold={hold} service={service} offers={offers} />}
      <div className="sessions-actions">
        {hold.endingAll ? (
          <Ending hold={hold} />
        ) : (
          <>
            {list.kind !== 'failed' && (
              <Button busy={hold.asking} unavailable={hold.asking} onClick={() => void hold.ask()}>
                {list.kind === 'unasked' ? text.show : text.again}
              </Button>
            )}
            <EndAll hold={hold} />
          </>
        )}
      </div>
      <Announcement>{useNews(hold)}</Announcement>
    </Section>
  )
}

/** What a screen reader is told when it changes. */
function useNews({ list, asking, endingAll }: SessionsHold): string {
  const text = useText().accountPage.sessions
  if (asking) return text.loading
  // How far that is, the bar tells to who asks.
  if (endingAll) return ''
  if (list.kind !== 'listed') return ''
  const fates = list.sessions.map(({ fate }) => fate.kind)
  const ended = fates.filter((kind) => kind === 'ended').length
  const failed = fates.filter((kind) => kind === 'failed').length
  return ended + failed > 0 ? text.told(ended, failed) : text.count(list.sessions.length)
}

interface SessionLinesProps {
  readonly hold: SessionsHold
  readonly service: ServiceView
  /** What can be done where one could not be ended; to try again is its own button. */
  readonly offers: FailureOffers
}

function SessionLines({ hold, service, offers }: SessionLinesProps) {
  const text = useText().accountPage.sessions
  const { list } = hold
  if (list.kind !== 'listed') return null
  if (list.sessions.length === 0) return <p className="soft">{text.none}</p>
  return (
    <ul className="lines" aria-label={text.title}>
      {list.sessions.map((session) => (
        <SessionLine key={session.id} {...{ session, hold, service, offers }} />
      ))}
    </ul>
  )
}

function SessionLine(props: SessionLinesProps & { session: ListedSession }) {
  const { session, hold, service, offers } = props
  const text = useText().accountPage.sessions
  const formats = useFormats()
  const now = useMinute()
  const { startedAt, lastUsedAt, fate } = session
  const name = startedAt === undefined ? text.unknown : text.began(formats.dateTime(startedAt))
  return (
    <li className="line session">
      <div className="session-body">
        <span>{name}</span>
        {lastUsedAt !== undefined && (
          <span className="soft">{text.used(formats.ago(lastUsedAt, now))}</span>
        )}
      </div>
      <div className="session-end">
        {session.current && <Badge tone="brass">{text.here}</Badge>}
        {!session.current && <EndButton session={session} name={name} hold={hold} />}
      </div>
      {fate.kind === 'failed' && (
        <div className="session-failed">
          <FailureNotice failure={fate.failure} serviceName={service.name} offers={offers} />
        </div>
      )}
    </li>
  )
}

/** Stays where its session has ended, so that whoever has pressed it is still at that line. */
function EndButton(props: { session: ListedSession; name: string; hold: SessionsHold }) {
  const { session, name, hold } = props
  const text = useText().accountPage.sessions
  const ending = session.fate.kind === 'ending'
  const ended = session.fate.kind === 'ended'
  const blocked = ending || ended || hold.asking || hold.endingAll !== undefined
  return (
    <Button
      aria-label={ended ? undefined : text.endNamed(name)}
      icon={ended ? <GoodIcon aria-hidden="true" /> : undefined}
      busy={ending}
      unavailable={blocked}
      onClick={() => void hold.end(session.id)}
    >
      {ended ? text.ended : text.end}
    </Button>
  )
}

function EndAll({ hold }: { hold: SessionsHold }) {
  const text = useText().accountPage.sessions
  const [asked, setAsked] = useState(false)
  const others = hold.list.kind === 'listed' ? hold.list.sessions.filter(canEnd).length : 0
  if (others === 0) return null
  return (
    <>
      <Button unavailable={hold.asking} onClick={() => setAsked(true)}>
        {text.endAll}
      </Button>
      {asked && (
        <QuestionDialog
          title={text.ask.title(others)}
          confirm={text.ask.confirm}
          cancel={text.ask.cancel}
          busy={false}
          onConfirm={() => {
            setAsked(false)
            void hold.endAll()
          }}
          onCancel={() => setAsked(false)}
        >
          <p>{text.ask.text}</p>
        </QuestionDialog>
      )}
    </>
  )
}

function Ending({ hold }: { hold: SessionsHold }) {
  const text = useText().accountPage.sessions
  if (!hold.endingAll) return null
  const { done, all } = hold.endingAll
  return (
    <>
      <div className="sessions-progress">
        <ProgressBar label={text.title} done={done} total={all} told={text.progress(done, all)} />
      </div>
      <span className="soft">{text.progress(done, all)}</span>
      <Button onClick={hold.stop}>{text.stop}</Button>
    </>
  )
}
