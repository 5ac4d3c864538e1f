import { useId, useState } from 'react'
import type { AccountDetails, AccountView, ServiceView } from '../../../shared/account'
import { expiresSoon, hasUsableToken } from '../../../shared/account-need'
import type { Failure } from '../../../shared/failure'
import type { Formats, Text } from '../../../shared/text'
import { sentences } from '../../../shared/text/sentences'
import { useActions, useFormats, useSnapshot, useText } from '../../stores/context'
import { stateReason, stateTone, stateWords } from '../../stores/selectors'
import { Button } from '../../ui/button'
import { CopyIcon } from '../../ui/icons'
import { Announcement, Dot } from '../../ui/small'
import { News } from '../../ui/news'
import { Spinner } from '../../ui/spinner'
import { useMinute, usePatience } from '../../ui/use-time'
import { FailureDetail, FailureNotice } from '../failure/failure-notice'
import { CopyAs } from './copy-as'
import { TokenLife } from './token-life'

/** The state of an account in words, why it is so, and what to do about it. */
export function StatePanel(props: {
  account: AccountView
  details: AccountDetails | undefined
  service: ServiceView
}) {
  const { account, details, service } = props
  const text = useText()
  const explanation = useStateText(account, details)
  const news = useStateNews(account)
  const formats = useFormats()
  const now = useMinute()
  const words = stateWords(account, text)
  const title = useId()
  const working = usePatience(account.busy !== undefined)
  return (
    <section className="state-panel" aria-labelledby={title}>
      <h2 className="state-title" id={title}>
        {working ? <Spinner /> : <Dot tone={stateTone(account.state)} />}
        {working && account.busy ? text.accountBusy[account.busy] : words.title}
      </h2>
      <p>{explanation}</p>
      {account.failure && (
        <Reason account={account} failure={account.failure} serviceName={service.name} />
      )}
      {(account.waiting ?? account.hasSecret) && (
        <div className="panel-times">
          <p className="soft">
            {account.waiting
              ? text.accounts.waitingSince(formats.ago(account.waiting.since, now))
              : // Keeps its line while the details are on their way.
                ((details && checkedWords(account, details, text.accounts, formats, now)) ??
                '\u00a0')}
          </p>
          <TokenLife account={account} details={details} />
        </div>
      )}
      <StateActions account={account} />
      <Announcement>{account.busy && text.accountBusy[account.busy]}</Announcement>
      <News words={news} />
    </section>
  )
}

/** When the service was last asked; where it could not be, since when it has not confirmed the token. */
function checkedWords(
  { state }: AccountView,
  { checkedAt, verifiedAt }: AccountDetails,
  text: Text['accounts'],
  formats: Formats,
  now: number,
): string {
  if (state === 'unreachable') {
    return verifiedAt === undefined
      ? text.neverVerified
      : text.lastVerified(formats.dateTime(verifiedAt))
  }
  return checkedAt === undefined ? text.neverChecked : text.checked(formats.ago(checkedAt, now))
}

interface ReasonProps {
  readonly account: AccountView
  readonly failure: Failure
  readonly serviceName: string
}

/** Why the last check failed. Where the state says so already, only what the service added. */
function Reason({ account, failure, serviceName }: ReasonProps) {
  if (stateReason(account) === failure.code) {
    return <FailureDetail failure={failure} serviceName={serviceName} />
  }
  return (
    <FailureNotice
      failure={failure}
      serviceName={serviceName}
      server={account.server}
      offers={{}}
      lasting
    />
  )
}

/**
 * What is read out when the state has changed, with what the last check found. Good ones are left out:
 * whoever asked for one is told so by a message.
 */
function useStateNews(account: AccountView): string {
  const text = useText()
  const { state, failure } = account
  if (state === 'ready') return ''
  const title = text.prose.stop(stateWords(account, text).title)
  if (!failure || stateReason(account) === failure.code) return title
  return sentences(title, text.prose.stop(text.failures[failure.code].title))
}

/** What the state means for this account, and where its token is. */
function useStateText(account: AccountView, details: AccountDetails | undefined): string {
  const text = useText()
  const keychain = useSnapshot((snapshot) => snapshot.keychain.kind)
  if (account.waiting) return account.waiting.text
  if (account.state === 'needs-login' && !account.hasSecret) return text.accounts.noTokenText
  if (account.state === 'ready') {
    const { readyInMemory, readyOutOfReach, readyAccepted } = text.accounts
    // Memory is taken only where the keychain is out of reach.
    const outOfReach = keychain === 'unavailable' || keychain === 'memory'
    if (outOfReach && !account.inMemory) return readyOutOfReach
    // A token that was taken from a backup is ready before anybody has asked the service about it.
    const accepted = details?.verifiedAt === undefined ? undefined : readyAccepted
    return sentences(account.inMemory ? readyInMemory : text.accountStates.ready.text, accepted)
  }
  return stateWords(account, text).text
}

function StateActions({ account }: { account: AccountView }) {
  const text = useText()
  const actions = useActions()
  const working = account.busy !== undefined
  const now = useMinute()
  return (
    <div className="state-actions">
      <MainAction account={account} />
      {account.state === 'secret-missing' && (
        // Its keychain may be back.
        <Button unavailable={working} onClick={() => void actions.check(account.id)}>
          {text.accounts.check}
        </Button>
      )}
      {hasUsableToken(account) && account.state !== 'ready' && (
        <Button icon={<CopyIcon />} onClick={() => void actions.copyToken(account.id)}>
          {text.accounts.copyToken}
        </Button>
      )}
      {hasUsableToken(account) && <CopyAs account={account} />}
      {expiresSoon(account, now) && account.state === 'ready' && (
        <Button
          unavailable={working}
          onClick={() =>
            void actions.beginOrTell({ flow: 'login', server: account.server, account: account.id })
          }
        >
          {text.accounts.logInAgain}
        </Button>
      )}
      {!account.active && account.hasSecret && (
        <Button unavailable={working} onClick={() => void actions.activate(account.id)}>
          {text.accounts.makeActive}
        </Button>
      )}
    </div>
  )
}

/** The one thing to do in this state. It shows its own work alone, not what else runs for the account. */
function MainAction({ account }: { account: AccountView }) {
  const text = useText()
  const actions = useActions()
  const keychain = useSnapshot((snapshot) => snapshot.keychain)
  const [pressed, setPressed] = useState(false)
  const { id, server } = account
  const press = async (run: () => Promise<unknown>) => {
    setPressed(true)
    await run()
    setPressed(false)
  }
  const working = account.busy !== undefined
  const main = (label: string, run: () => Promise<unknown>, stopped = working) => (
    <Button
      look="primary"
      busy={pressed}
      unavailable={pressed || stopped}
      onClick={() => void press(run)}
    >
      {label}
    </Button>
  )
  const logIn = () =>
    main(text.accounts.logInAgain, () =>
      actions.beginOrTell({ flow: 'login', server, account: id }),
    )
  if (account.waiting) return main(text.accounts.goOn, () => actions.resume(id))
  switch (account.state) {
    case 'ready':
      // A check leaves the token as it is. One that begins as somebody presses must not take the press away.
      return main(
        text.accounts.copyToken,
        () => actions.copyToken(id),
        working && account.busy !== 'checking',
      )
    case 'expired':
      return account.refreshable ? main(text.accounts.refresh, () => actions.refresh(id)) : logIn()
    case 'unreachable':
      return main(text.accounts.check, () => actions.check(id))
    case 'blocked':
      return main(text.accounts.openSite, () => actions.openSite({ what: 'server', server }))
    case 'keychain-locked':
      // Once the keychain is open again, only a new check tells how things stand.
      return keychain.kind === 'ready'
        ? main(text.accounts.check, () => actions.check(id))
        : main(text.keychain.retry, () => actions.retryKeychain())
    case 'needs-verification':
    case 'needs-login':
    case 'secret-missing':
      return logIn()
  }
}
