import type { AccountDetails, AccountId, AccountView } from '../../../shared/account'
import { useDetails } from '../../stores/details'
import { useActions, useFormats, usePlace, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Details, type Detail } from '../../ui/details'
import { Mark } from '../../ui/icons'
import { Notice } from '../../ui/notice'
import { Page, Section } from '../../ui/page'
import { Badge } from '../../ui/small'
import { useMinute } from '../../ui/use-time'
import { Back } from '../shell/back'
import { AccountMenu } from './account-menu'
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
      aside={<AccountMenu account={account} service={service} />}
    >
      {!describe.form && <AccountTags tags={account.tags} />}
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
  const text = useText().accounts
  const formats = useFormats()
  const now = useMinute()
  const inMemory = useSnapshot((snapshot) => snapshot.keychain.kind === 'memory')
  const ago = (at: number) => formats.relative(at, now)
  const items: Detail[] = [
    { key: 'token', label: text.token, value: tokenWords() },
    { key: 'server', label: text.server, value: server },
  ]
  if (details) {
    items.push({ key: 'added', label: text.added, value: formats.date(details.createdAt) })
  }
  if (account.lastUsedAt !== undefined) {
    items.push({ key: 'used', label: text.lastUsed, value: ago(account.lastUsedAt) })
  }
  return (
    <>
      <Details items={items} />
      {account.passwordRemembered && <p className="soft">{text.passwordRemembered}</p>}
    </>
  )

  function tokenWords(): string {
    if (!account.hasSecret) return text.noToken
    const place = inMemory ? text.inMemory : text.inKeychain
    if (account.tokenExpiresAt === undefined) return `${place}. ${text.tokenNoExpiry}.`
    const when = `${ago(account.tokenExpiresAt)}, ${formats.dateTime(account.tokenExpiresAt)}`
    const life = account.tokenExpiresAt > now ? text.tokenExpires(when) : text.tokenExpired(when)
    return `${place}. ${life}.`
  }
}
