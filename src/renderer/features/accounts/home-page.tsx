import './accounts.css'
import { needOf } from '../../../shared/account-need'
import {
  activeAccounts,
  keychainLockedAccounts,
  stateCounts,
  waitingAccounts,
} from '../../stores/account-overview'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { waitsForPerson } from '../../stores/selectors'
import { Button } from '../../ui/button'
import { Page, Section } from '../../ui/page'
import { CheckAllPanel } from '../health/check-all-panel'
import { keychainTone } from '../shell/banners'
import { AccountCard, ActiveCard } from './account-card'
import { FirstPage } from './first-page'
import { StateOverview } from './state-overview'

/** How many cards one section shows; the list shows them all. */
const cardLimit = 12

/** What is seen first: what needs the person, and the active accounts; a welcome if there are none. */
export function HomePage() {
  const some = useSnapshot((snapshot) => snapshot.accounts.length > 0)
  return some ? <Overview /> : <FirstPage />
}

function Overview() {
  const text = useText()
  const actions = useActions()
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const keychainTold = useSnapshot(({ keychain }) => keychainTone(keychain) !== undefined)
  // A locked keychain is told once, above every page; only without that does each account say it.
  const locked = keychainTold ? [] : keychainLockedAccounts(accounts)
  const attention = [...waitingAccounts(accounts), ...locked]
  const active = activeAccounts(accounts).filter(
    (account) => !waitsForPerson(account) && (keychainTold || needOf(account.state) !== 'keychain'),
  )
  const counts = stateCounts(accounts)
  const more = attention.length - cardLimit
  return (
    <Page
      title={text.home.title}
      subtitle={text.home.overview(accounts.length, counts.get('ready') ?? 0)}
    >
      {accounts.length > 1 && <StateOverview counts={counts} />}
      {attention.length > 0 && (
        <Section title={text.home.attention}>
          <ul className="cards">
            {attention.slice(0, cardLimit).map((account) => (
              <AccountCard key={account.id} account={account} />
            ))}
          </ul>
          {more > 0 && (
            <Button
              look="quiet"
              className="cards-more"
              onClick={() => actions.showList({ kind: 'attention' })}
            >
              {text.list.more(more)}
            </Button>
          )}
        </Section>
      )}
      {active.length > 0 && (
        <Section title={text.home.inUse} text={text.home.inUseHint}>
          <ul className="cards">
            {/* A server has one active account, and its card is kept for the next one. */}
            {active.slice(0, cardLimit).map((account) => (
              <ActiveCard key={account.server} account={account} />
            ))}
          </ul>
        </Section>
      )}
      {attention.length === 0 && active.length === 0 && <p className="soft">{text.home.choose}</p>}
      <CheckAllPanel />
    </Page>
  )
}
