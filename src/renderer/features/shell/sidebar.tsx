import { useRef } from 'react'
import type { KeychainView } from '../../../shared/contract'
import { useActions, useSnapshot, useText } from '../../stores/context'
import type { Tone } from '../../stores/selectors'
import { Button, IconButton } from '../../ui/button'
import { AddIcon, KeyboardIcon, MailIcon, Mark, SettingsIcon } from '../../ui/icons'
import { Badge, Dot } from '../../ui/small'
import { AccountList } from '../accounts/account-list'
import { AccountSearch } from '../accounts/account-search'
import type { ListHandle } from '../accounts/use-list-focus'

/** The left side: the name, the search, the accounts, and its foot, unless that stands elsewhere. */
export function Sidebar({ foot }: { foot: boolean }) {
  const text = useText()
  const actions = useActions()
  const some = useSnapshot((snapshot) => snapshot.accounts.length > 0)
  const list = useRef<ListHandle>(null)
  return (
    <div className="sidebar">
      <header className="sidebar-head">
        <button
          type="button"
          className="brand"
          aria-label={text.prose.named(text.app.name, text.app.home)}
          onClick={() => actions.goTo({ kind: 'home' })}
        >
          <Mark />
          <span>{text.app.name}</span>
        </button>
        {some && (
          <IconButton
            label={text.accounts.add}
            icon={<AddIcon />}
            look="plain"
            onClick={() => actions.goTo({ kind: 'add' })}
          />
        )}
      </header>
      {some ? (
        <>
          <AccountSearch list={list} />
          <AccountList handle={list} />
        </>
      ) : (
        <nav className="sidebar-list" aria-label={text.accounts.title}>
          <p className="sidebar-empty">{text.home.first.list}</p>
        </nav>
      )}
      {foot && <SidebarFoot />}
    </div>
  )
}

/** What belongs to the whole program. */
export function SidebarFoot() {
  const text = useText()
  const actions = useActions()
  const keychain = useSnapshot((snapshot) => snapshot.keychain)
  const { host, platform, mailbox } = useSnapshot((snapshot) => snapshot.surroundings)
  const badge = text.app.hostBadge[host]
  const words = text.keychain.words(keychain, platform)
  return (
    <footer className="sidebar-foot">
      {mailbox !== undefined && (
        <Button
          look="quiet"
          icon={<MailIcon />}
          onClick={() => void actions.openSite({ what: 'mailbox' })}
        >
          {text.app.mailbox}
        </Button>
      )}
      <div className="sidebar-foot-row">
        <Button
          look="quiet"
          icon={<SettingsIcon />}
          onClick={() => void actions.openWindow('settings')}
        >
          {text.app.settings}
        </Button>
        <IconButton
          label={text.shortcuts.title}
          icon={<KeyboardIcon />}
          onClick={() => actions.lay('shortcuts')}
        />
        <span className="sidebar-state">
          <Dot tone={keychainDot(keychain)} />
          {text.prose.named(text.keychain.title, words.short)}
        </span>
      </div>
      {badge && (
        <Badge title={badge.text}>{text.prose.named(badge.label, badge.text.toLowerCase())}</Badge>
      )}
    </footer>
  )
}

/** While the keychain is still being opened, nothing is wrong yet. */
function keychainDot({ kind }: KeychainView): Tone {
  switch (kind) {
    case 'ready':
      return 'good'
    case 'starting':
      return 'neutral'
    case 'asking':
    case 'locked':
    case 'denied':
    case 'unavailable':
    case 'memory':
      return 'warning'
  }
}
