import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { AccountId, AccountView } from '../../../shared/account'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Finder, type Pick } from '../../ui/finder'
import { AddIcon } from '../../ui/icons'
import { Spinner } from '../../ui/spinner'
import { usePatience } from '../../ui/use-time'
import { AccountOption } from '../palette/account-option'
import { useAccountFinder } from '../palette/use-finder'
import { isShortcut } from '../shortcuts/shortcuts'
import { QuickFailed } from './quick-failed'
import { QuickFoot } from './quick-foot'
import type { QuickLogin } from './use-quick-login'

/** What is listed at most; who looks for another one types on. */
const listLimit = 50

/** The field and the accounts that it finds, the latest used first. */
export function QuickFinder({ quick }: { quick: QuickLogin }) {
  const text = useText()
  const actions = useActions()
  const find = useAccountFinder()
  const mac = useSnapshot(({ surroundings }) => surroundings.platform === 'mac')
  const none = useSnapshot(({ accounts }) => accounts.length === 0)
  const [copying, setCopying] = useState(false)
  const { query, progress } = quick
  const found = find(query, listLimit)
  const asking = progress.kind === 'asking'
  const slow = usePatience(asking || copying)

  async function copy(id: AccountId): Promise<void> {
    setCopying(true)
    await actions.copyToken(id)
    setCopying(false)
  }

  function press(event: KeyboardEvent<HTMLInputElement>, account: AccountView | undefined): void {
    if (isShortcut('quickBack', event.nativeEvent, mac)) {
      event.preventDefault()
      if (query === '') quick.close()
      else quick.search('')
    } else if (account && isShortcut('quickCopy', event.nativeEvent, mac)) {
      // What is selected in the field is what somebody wants to copy.
      const { selectionStart, selectionEnd } = event.currentTarget
      if (selectionStart !== selectionEnd) return
      event.preventDefault()
      void copy(account.id)
    }
  }

  function pick(account: AccountView, { ctrlKey, metaKey }: Pick): void {
    if (ctrlKey || metaKey) open(account.id)
    else void quick.logIn(account.id)
  }

  function open(account: AccountId): void {
    void actions.openWindow('main', { kind: 'account', account })
    quick.close()
  }

  const word = text.quickLogin
  return (
    <div className="quick-finder">
      <h1 tabIndex={-1} className="only-read">
        {word.title}
      </h1>
      <Finder
        label={word.field}
        listLabel={word.results}
        placeholder={word.hint}
        icon={slow ? <Spinner /> : undefined}
        query={query}
        groups={[{ id: 'accounts', items: found.accounts }]}
        idOf={accountId}
        draw={drawAccount}
        frozen={asking}
        notice={<QuickFailed quick={quick} />}
        empty={none ? <NoAccounts /> : <p>{word.noMatch(query)}</p>}
        more={found.more > 0 ? text.palette.more(found.more) : undefined}
        announcement={announcement()}
        onQuery={quick.search}
        onPick={pick}
        onKeyDown={press}
      />
      <QuickFoot
        hints={
          found.accounts.length === 0
            ? [['quickBack', query === '' ? word.keys.close : word.keys.clear]]
            : [
                ['quickRun', word.keys.logIn],
                ['quickCopy', word.keys.copy],
                ['quickOpen', word.keys.open],
                ['quickBack', query === '' ? word.keys.close : word.keys.clear],
              ]
        }
      />
    </div>
  )

  function announcement(): string {
    if (progress.kind === 'asking') return word.working(labelOf(progress.account))
    if (query.trim() === '') return ''
    const count = found.accounts.length + found.more
    return count === 0 ? word.noMatch(query) : text.accounts.matches(count)
  }

  function labelOf(id: AccountId): string {
    return found.accounts.find((account) => account.id === id)?.label ?? ''
  }
}

const accountId = ({ id }: AccountView): AccountId => id

function drawAccount(account: AccountView): ReactNode {
  return <AccountOption account={account} />
}

function NoAccounts() {
  const text = useText().quickLogin
  const actions = useActions()
  return (
    <>
      <p>
        <strong>{text.none}</strong>
      </p>
      <p>{text.noneText}</p>
      <Button icon={<AddIcon />} onClick={() => void actions.openWindow('main', { kind: 'add' })}>
        {text.add}
      </Button>
    </>
  )
}
