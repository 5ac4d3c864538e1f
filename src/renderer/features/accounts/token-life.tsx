import './account-details.css'
import type { AccountDetails, AccountView, HistoryEntry } from '../../../shared/account'
import { expiresSoon, hasUsableToken } from '../../../shared/account-need'
import { useFormats, useSnapshot, useText } from '../../stores/context'
import { WarningIcon } from '../../ui/icons'
import { Ring } from '../../ui/ring'
import { useMinute } from '../../ui/use-time'

export interface TokenLifeProps {
  readonly account: AccountView
  readonly details: AccountDetails | undefined
}

/** How long the token lasts, told before it ends; nothing where the service sets no end. */
export function TokenLife({ account, details }: TokenLifeProps) {
  const text = useText().accountPage.life
  const formats = useFormats()
  const now = useMinute()
  const inBackground = useSnapshot((snapshot) => snapshot.settings.backgroundChecks)
  const { tokenExpiresAt: end, refreshable } = account
  // What has run out already is the account's state, and said there.
  if (end === undefined || end <= now || !hasUsableToken(account)) return null
  const when = formats.relative(end, now)
  const soon = expiresSoon(account, now)
  const renewed = refreshable && inBackground
  const begin = details && tokenBegin(details.history)
  return (
    <p className={`token-life ${soon ? 'token-life-soon' : 'soft'}`}>
      {begin !== undefined && begin < end && (
        <Ring left={(end - now) / (end - begin)} tone={soon ? 'warning' : 'brass'} />
      )}
      {soon && <WarningIcon aria-hidden="true" />}
      <span>{renewed ? text.renewed(when) : soon ? text.soon(when) : text.expires(when)}</span>
    </p>
  )
}

/** When the token that is there came: what is left of it can be drawn only against that. */
function tokenBegin(history: readonly HistoryEntry[]): number | undefined {
  return history.find(({ kind }) => kind === 'logged-in' || kind === 'refreshed')?.at
}
