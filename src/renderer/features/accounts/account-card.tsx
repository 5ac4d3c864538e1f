/** Accounts as cards on the first page. */
import './accounts.css'
import { Fragment, type ReactNode } from 'react'
import type { AccountView, Fact } from '../../../shared/account'
import { hasUsableToken } from '../../../shared/account-need'
import { useActions, useFormats, usePlace, useText } from '../../stores/context'
import { useDetails } from '../../stores/details'
import { stateTone } from '../../stores/selectors'
import { Button, IconButton } from '../../ui/button'
import { NextIcon } from '../../ui/icons'
import { Dot } from '../../ui/small'
import { useMinute } from '../../ui/use-time'
import { ColourMark } from './colour-mark'
import { FactValue } from './fact-value'
import { placeName } from './place-name'

/** An account that waits for the person, with the one step that helps. */
export function AccountCard({ account }: { account: AccountView }) {
  return <Card account={account}>{<AttentionButton account={account} />}</Card>
}

/** An active account: what the service tells first, and its token. */
export function ActiveCard({ account }: { account: AccountView }) {
  const text = useText().accounts
  const actions = useActions()
  const details = useDetails(account)
  const facts = firstFacts(details?.facts ?? [])
  return (
    <Card account={account} below={facts.length > 0 && <Facts facts={facts} />}>
      {hasUsableToken(account) ? (
        <Button onClick={() => void actions.copyToken(account.id)}>{text.copyToken}</Button>
      ) : (
        <AttentionButton account={account} />
      )}
    </Card>
  )
}

/** Who it is in two words, then what is counted: storage, balance, sensors. Dates and numbers of the
 * service's own can wait for the account's page. */
function firstFacts(facts: readonly Fact[]): readonly Fact[] {
  const words = facts.filter(({ key, value }) => value.kind === 'text' && key !== 'id')
  const amounts = facts.filter(({ value }) => value.kind === 'bytes' || value.kind === 'number')
  return [...words.slice(0, 2), ...amounts.slice(0, 2)]
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const { prose } = useText()
  return (
    <dl className="card-facts">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{prose.label(fact.label)}</dt>
          <dd>
            <FactValue fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** May be drawn for another account later; buttons are made anew then, so that a press never reaches the wrong one. */
function Card(props: { account: AccountView; below?: ReactNode; children: ReactNode }) {
  const { account } = props
  const text = useText()
  const actions = useActions()
  const { service, server } = usePlace(account)
  const formats = useFormats()
  const now = useMinute()
  return (
    <li className="card">
      <Dot tone={stateTone(account.state)} />
      <span className="card-body">
        <button
          key={account.id}
          type="button"
          className="card-name"
          onClick={() => actions.goTo({ kind: 'account', account: account.id })}
        >
          <ColourMark colour={account.colour} />
          {account.label}
        </button>
        <span className="soft">
          {placeName(server, service, text)} ·{' '}
          {account.waiting
            ? text.accounts.waitingFor(
                account.waiting.text,
                // A number is not parted from what it counts.
                formats.relative(account.waiting.since, now).replaceAll(' ', '\u00a0'),
              )
            : text.accountStates[account.state].short}
        </span>
      </span>
      <Fragment key={account.id}>{props.children}</Fragment>
      {props.below}
    </li>
  )
}

/** The one step that helps from here, without opening the account first. */
function AttentionButton({ account }: { account: AccountView }) {
  const text = useText().accounts
  const actions = useActions()
  if (account.waiting) {
    return <Button onClick={() => void actions.resume(account.id)}>{text.goOn}</Button>
  }
  if (account.state === 'needs-login' || account.state === 'secret-missing') {
    return (
      <Button
        onClick={() =>
          void actions.beginOrTell({ flow: 'login', server: account.server, account: account.id })
        }
      >
        {text.logInAgain}
      </Button>
    )
  }
  return (
    <IconButton
      label={account.label}
      icon={<NextIcon />}
      onClick={() => actions.goTo({ kind: 'account', account: account.id })}
    />
  )
}
