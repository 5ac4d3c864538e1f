import type { AccountView } from '../../../shared/account'
import { hasUsableToken, personNeeds } from '../../../shared/account-need'
import { useActions, usePlace, useSnapshot, useText } from '../../stores/context'
import { stateTone } from '../../stores/selectors'
import { Button } from '../../ui/button'
import { CopyIcon, NextIcon } from '../../ui/icons'
import { Page, Section } from '../../ui/page'
import { Dot } from '../../ui/small'
import { keychainTone } from '../shell/banners'
import { FirstPage } from './first-page'

/** What is seen first: what needs the person, and the active accounts; a welcome if there are none. */
export function HomePage() {
  const some = useSnapshot((snapshot) => snapshot.accounts.length > 0)
  return some ? <Overview /> : <FirstPage />
}

function Overview() {
  const text = useText()
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const keychainTold = useSnapshot(({ keychain }) => keychainTone(keychain) !== undefined)
  const needs = personNeeds(accounts)
  // A locked keychain is told once, above every page; only without that does each account say it.
  const attention = [...needs.accounts, ...(keychainTold ? [] : needs.keychain)]
  const active = accounts.filter((account) => account.active && !attention.includes(account))
  const ready = accounts.filter((account) => account.state === 'ready').length
  return (
    <Page title={text.home.title} subtitle={text.home.overview(accounts.length, ready)}>
      {attention.length > 0 && (
        <Section title={text.home.attention}>
          <ul className="cards">
            {attention.map((account) => (
              <AccountCard key={account.id} account={account} />
            ))}
          </ul>
        </Section>
      )}
      {active.length > 0 && (
        <Section title={text.home.inUse} text={text.home.inUseHint}>
          <ul className="cards">
            {active.map((account) => (
              <AccountCard key={account.id} account={account} token />
            ))}
          </ul>
        </Section>
      )}
      {attention.length === 0 && active.length === 0 && <p className="soft">{text.home.choose}</p>}
    </Page>
  )
}

function AccountCard({ account, token = false }: { account: AccountView; token?: boolean }) {
  const text = useText()
  const actions = useActions()
  const { service, server } = usePlace(account)
  const open = () => actions.goTo({ kind: 'account', account: account.id })
  return (
    <li className="card">
      <Dot tone={stateTone(account.state)} />
      <span className="card-body">
        <button type="button" className="card-name" onClick={open}>
          {account.label}
        </button>
        <span className="soft">
          {server.kind === 'site' ? server.name : service.name} ·{' '}
          {account.waiting?.text ?? text.accountStates[account.state].short}
        </span>
      </span>
      {token && hasUsableToken(account) ? (
        <Button icon={<CopyIcon />} onClick={() => void actions.copyToken(account.id)}>
          {text.accounts.copyToken}
        </Button>
      ) : (
        <AttentionButton account={account} open={open} />
      )}
    </li>
  )
}

/** The one step that helps from here, without opening the account first. */
function AttentionButton({ account, open }: { account: AccountView; open: () => void }) {
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
  return <Button look="quiet" icon={<NextIcon />} aria-label={account.label} onClick={open} />
}
