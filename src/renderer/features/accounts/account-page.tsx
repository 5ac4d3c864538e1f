import './accounts.css'
import type { AccountDetails, AccountId, AccountView } from '../../../shared/account'
import { hasUsableToken, isSealed } from '../../../shared/account-need'
import { sentences } from '../../../shared/text/sentences'
import { useDetails } from '../../stores/details'
import { useActions, useFormats, usePlace, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Details, type Detail } from '../../ui/details'
import { Mark } from '../../ui/icons'
import { Notice } from '../../ui/notice'
import { Page, Section } from '../../ui/page'
import { Badge } from '../../ui/small'
import { useMinute, usePatience } from '../../ui/use-time'
import { Back } from '../shell/back'
import { AccountHistory } from './account-history'
import { AccountMenu } from './account-menu'
import { AccountSessions } from './account-sessions'
import { AccountTags } from './account-tags'
import { ColourMark } from './colour-mark'
import { useDescribe } from './describe'
import { FactValue } from './fact-value'
import { StatePanel } from './state-panel'

/** Everything about one account. */
export function AccountPage({ id }: { id: AccountId }) {
  const text = useText()
  const actions = useActions()
  const account = useSnapshot((snapshot) => snapshot.accounts.find((one) => one.id === id))
  if (account) return <KnownAccount account={account} />
  return (
    <Page title={text.failures['not-found'].title}>
      <Notice
        tone="info"
        actions={
          <Button onClick={() => actions.goTo({ kind: 'home' })}>{text.flow.ended.back}</Button>
        }
      >
        {text.failures['not-found'].text}
      </Notice>
    </Page>
  )
}

function KnownAccount({ account }: { account: AccountView }) {
  const text = useText()
  const { service, server, known } = usePlace(account)
  const where = text.flow.at(service.name, server.name)
  const describe = useDescribe(account)
  const details = useDetails(account)
  // Normally they are there before anything is seen of their absence.
  const late = usePatience(details === undefined)
  return (
    <Page
      before={<Back to={{ kind: 'home' }} />}
      title={
        <>
          <ColourMark colour={account.colour} />
          {account.label}
        </>
      }
      beside={describe.button}
      editor={describe.form}
      subtitle={account.label === account.email ? where : `${account.email} · ${where}`}
      aside={!describe.form && <AccountMenu account={account} service={service} />}
    >
      {!describe.form && <AccountTags account={account} />}
      {account.hidden && <HiddenNotice account={account} />}
      {!known && <Notice tone="warning">{text.accounts.unknownPlace}</Notice>}
      <StatePanel account={account} details={details} service={service} />
      {account.active && (
        <p className="title-row">
          <Badge tone="brass">
            <Mark />
            {text.accounts.active}
          </Badge>
          <span className="soft">{text.accounts.activeHint}</span>
        </p>
      )}
      {(details ?? late) && (
        // All of it at once, so that nothing that stands there moves.
        <>
          {details && details.facts.length > 0 && (
            <Section title={text.accounts.facts}>
              <Details
                items={details.facts.map((fact) => ({
                  key: fact.key,
                  label: fact.label,
                  value: <FactValue fact={fact} />,
                }))}
              />
            </Section>
          )}
          <Section title={text.accounts.token}>
            <TokenDetails account={account} details={details} server={server.baseUrl} />
          </Section>
          {details && <AccountHistory history={details.history} />}
          {service.abilities.sessions && hasUsableToken(account) && (
            <AccountSessions key={account.id} account={account} service={service} />
          )}
        </>
      )}
    </Page>
  )
}

function HiddenNotice({ account }: { account: AccountView }) {
  const text = useText().describing
  const actions = useActions()
  return (
    <Notice
      tone="info"
      actions={<Button onClick={() => void actions.hide(account.id, false)}>{text.unhide}</Button>}
    >
      {text.hiddenHint}
    </Notice>
  )
}

function TokenDetails(props: {
  account: AccountView
  details: AccountDetails | undefined
  server: string
}) {
  const { account, details, server } = props
  const { accounts: text, accountPage: words, prose } = useText()
  const formats = useFormats()
  const now = useMinute()
  const ago = (at: number) => formats.relative(at, now)
  const items: Detail[] = [{ key: 'token', label: text.token, value: tokenWords() }]
  if (account.hasSecret && details) {
    const { verifiedAt } = details
    const accepted = verifiedAt === undefined ? words.never : formats.dateTime(verifiedAt)
    items.push({ key: 'accepted', label: words.accepted, value: accepted })
  }
  if (account.passwordRemembered && details) {
    const place = details.passwordInMemory ? text.inMemory : words.passwordKept
    const value = <Password id={account.id} place={place} />
    items.push({ key: 'password', label: words.password, value })
  }
  items.push({ key: 'server', label: text.server, value: server })
  if (account.lastUsedAt !== undefined) {
    items.push({ key: 'used', label: text.lastUsed, value: ago(account.lastUsedAt) })
  }
  return <Details items={items} />

  function tokenWords(): string {
    const lost = account.state === 'secret-missing' && !isSealed(account)
    if (!account.hasSecret || lost) return text.noToken
    const place = account.inMemory ? text.inMemory : text.inKeychain
    const end = account.tokenExpiresAt
    if (end === undefined) return sentences(prose.stop(place), prose.stop(text.tokenNoExpiry))
    const when = formats.dateTime(end)
    return sentences(
      prose.stop(place),
      prose.stop(end > now ? text.tokenExpires(when) : text.tokenExpired(when)),
    )
  }
}

function Password({ id, place }: { id: AccountId; place: string }) {
  const text = useText().accountPage
  const actions = useActions()
  return (
    <div className="detail-action">
      {place}
      <Button look="quiet" onClick={() => void actions.forgetPassword(id)}>
        {text.forgetPassword}
      </Button>
    </div>
  )
}
