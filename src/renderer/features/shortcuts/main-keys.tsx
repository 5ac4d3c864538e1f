import { mostUsed } from '../../../shared/account-order'
import { useAccountsNow, useActions, useUi } from '../../stores/context'
import { laterPart } from '../../ui/later'
import { useLockKey } from './use-lock-key'
import { useShortcuts } from './use-shortcuts'

const Palette = laterPart(async () => (await import('../shell/main-parts')).Palette)
const ShortcutSheet = laterPart(async () => (await import('../shell/main-parts')).ShortcutSheet)

/** The main window's shortcuts, and what they lay over its page. */
export function MainKeys() {
  const actions = useActions()
  const overlay = useUi((state) => state.overlay)
  const accounts = useAccountsNow()
  const lock = useLockKey()
  useShortcuts({
    ...lock,
    nth: (digit) => {
      const account = mostUsed(accounts())[digit - 1]
      if (account) void actions.quickLogin(account.id)
    },
    add: () => actions.goTo({ kind: 'add' }),
    settings: () => void actions.openWindow('settings'),
    hideAddresses: () => void actions.toggleAddresses(),
    palette: () => actions.lay('palette'),
    sheet: () => actions.lay('shortcuts'),
    search: () => {
      if (focusSearch() || accounts().length === 0 || formIsOpen()) return
      // In a narrow window the list stands on the first page only.
      actions.goTo({ kind: 'home' })
      requestAnimationFrame(focusSearch)
    },
  })
  switch (overlay) {
    case 'palette':
      return <Palette />
    case 'shortcuts':
      return <ShortcutSheet />
    case undefined:
      return null
  }
}

/** Puts the focus into the search above the list; tells whether it could. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('[role=search] input')
  field?.focus()
  field?.select()
  return field !== null && document.activeElement === field
}

/** What is typed in a form of the page would be lost with the page. */
function formIsOpen(): boolean {
  return document.querySelector('main form') !== null
}
