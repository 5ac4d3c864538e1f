/** Decides what the person is notified of, and in which words. It never holds more than a label. */
import type { AccountId, AccountView } from '../../shared/account'
import { needOf } from '../../shared/account-need'
import type { Place } from '../../shared/contract'
import type { Settings } from '../../shared/settings'
import type { Attention } from '../accounts/health'
import type { Language } from '../language'

export interface Notice {
  readonly title: string
  readonly body: string
}

export interface AttentionDeskOptions {
  readonly account: (id: AccountId) => AccountView | undefined
  readonly language: Pick<Language, 'text'>
  readonly settings: { readonly value: Pick<Settings, 'notifications'> }
  /** Whether the person is at one of Latchkey's windows. */
  readonly inFront: () => boolean
  /** Nothing may be named, because Latchkey is locked and the person has set it so. */
  readonly nameless: () => boolean
  /** Shows a notification; gives what takes it away. */
  readonly show: (notice: Notice, clicked: () => void) => () => void
  readonly open: (place: Place) => void
}

export class AttentionDesk {
  /** Accounts that were told and not looked at yet: another one joins them in one notification. */
  private readonly told = { needs: new Set<AccountId>(), expires: new Set<AccountId>() }
  private readonly takeAway: Partial<Record<Attention['why'], () => void>> = {}

  constructor(private readonly options: AttentionDeskOptions) {}

  /** Notifies of accounts, unless the person began what has found it and is looking at the window. */
  notice({ why, accounts, asked }: Attention): void {
    const { settings, inFront, show } = this.options
    if (!settings.value.notifications || (asked && inFront())) return
    const told = this.told[why]
    for (const id of accounts) told.add(id)
    const views = [...told].flatMap((id) => this.options.account(id) ?? []).filter(still(why))
    told.clear()
    for (const { id } of views) told.add(id)
    if (views.length === 0) return
    this.takeAway[why]?.()
    this.takeAway[why] = show(this.words(why, views), () => this.clicked(why, views))
  }

  private clicked(why: Attention['why'], views: readonly AccountView[]): void {
    const [only, ...others] = views
    this.told[why].clear()
    const one = only && others.length === 0
    this.options.open(one ? { kind: 'account', account: only.id } : { kind: 'home' })
  }

  private words(why: Attention['why'], views: readonly AccountView[]): Notice {
    const { notices, accountStates } = this.options.language.text
    const nameless = this.options.nameless()
    const [only, ...others] = views
    if (only && others.length === 0 && !nameless) {
      return why === 'needs'
        ? {
            title: notices.needsOne(only.label),
            body: notices.needsOneText(accountStates[only.state].short),
          }
        : { title: notices.expiresOne(only.label), body: notices.expiresOneText }
    }
    const many =
      why === 'needs'
        ? { title: notices.needsMany(views.length), body: notices.needsManyText }
        : { title: notices.expiresMany(views.length), body: notices.expiresManyText }
    return nameless ? { ...many, body: notices.namelessText } : many
  }
}

/** Whether what was told of an account is still so. */
function still(why: Attention['why']): (account: AccountView) => boolean {
  return ({ state }) => why === 'expires' || needOf(state) === 'account'
}
