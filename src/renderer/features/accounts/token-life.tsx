import './account-details.css'
import type { AccountView } from '../../../shared/account'
import { expiresSoon, hasUsableToken } from '../../../shared/account-need'
import { useFormats, useText } from '../../stores/context'
import { WarningIcon } from '../../ui/icons'
import { useMinute } from '../../ui/use-time'

/** How long the token lasts, told before it ends; nothing where the service sets no end. */
export function TokenLife({ account }: { account: AccountView }) {
  const text = useText().accountPage.life
  const formats = useFormats()
  const now = useMinute()
  const { tokenExpiresAt: end, refreshable } = account
  // What has run out already is the account's state, and said there.
  if (end === undefined || end <= now || !hasUsableToken(account)) return null
  const when = formats.relative(end, now)
  if (refreshable) return <p className="soft">{text.renewed(when)}</p>
  if (!expiresSoon(account, now)) return <p className="soft">{text.expires(when)}</p>
  return (
    <p className="token-life token-life-soon">
      <WarningIcon aria-hidden="true" />
      {text.soon(when)}
    </p>
  )
}
