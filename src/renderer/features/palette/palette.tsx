/**
 * The palette: every action and every account, a few letters away. It opens over the page and goes as
 * soon as something was picked.
 */
import './palette.css'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { AccountView } from '../../../shared/account'
import type { Text } from '../../../shared/text'
import { useActions, useSnapshot, useText, useUi } from '../../stores/context'
import { Panel } from '../../ui/dialog'
import { Finder, type Pick } from '../../ui/finder'
import { KeyCombination, KeyHints } from '../../ui/keys'
import { keyNames } from '../shortcuts/key-names'
import { firstKeys, isShortcut } from '../shortcuts/shortcuts'
import { AccountOption } from './account-option'
import { CommandSign } from './command-icon'
import type { Command } from './commands'
import type { Find } from './palette-finds'
import { RenameLine } from './rename-line'
import { usePaletteFinds } from './use-palette-finds'

export function Palette() {
  const text = useText().palette
  const actions = useActions()
  const [renaming, setRenaming] = useState(false)
  const account = useAccountInView()
  const close = () => actions.lay(undefined)
  return (
    <Panel title={text.title} className="palette" onClose={close}>
      {renaming && account ? (
        <RenameLine account={account} onEnd={close} />
      ) : (
        <Everything account={account} onRename={() => setRenaming(true)} onClose={close} />
      )}
    </Panel>
  )
}

interface EverythingProps {
  readonly account: AccountView | undefined
  readonly onRename: () => void
  readonly onClose: () => void
}

function Everything({ account, onRename, onClose }: EverythingProps) {
  const text = useText()
  const actions = useActions()
  const mac = useMac()
  const [query, setQuery] = useState('')
  const finds = usePaletteFinds(query, account, onRename)
  const count = finds.groups.reduce((sum, group) => sum + group.items.length, finds.more)

  function pick(find: Find, { ctrlKey, metaKey }: Pick): void {
    if (find.kind === 'command') {
      // First away, so that what it opens is not closed with the palette.
      if (!find.command.keepsOpen) onClose()
      return find.command.run()
    }
    onClose()
    if (ctrlKey || metaKey) actions.goTo({ kind: 'account', account: find.account.id })
    else void actions.quickLogin(find.account.id)
  }

  const word = text.palette
  return (
    <>
      <Finder
        label={word.hint}
        listLabel={word.results}
        placeholder={word.hint}
        query={query}
        groups={finds.groups}
        idOf={optionOf}
        draw={drawFind}
        empty={<p>{word.noMatch(query)}</p>}
        more={finds.more > 0 ? word.more(finds.more) : undefined}
        announcement={announcement(query, count, text)}
        onQuery={setQuery}
        onPick={pick}
        onKeyDown={(event) => closeOnItsKey(event, mac, onClose)}
      />
      <PaletteFoot mac={mac} />
    </>
  )
}

function closeOnItsKey(event: KeyboardEvent, mac: boolean, close: () => void): void {
  if (!isShortcut('palette', event.nativeEvent, mac)) return
  event.preventDefault()
  close()
}

function announcement(query: string, count: number, text: Text): string {
  if (query.trim() === '') return ''
  return count === 0 ? text.palette.noMatch(query) : text.palette.matches(count)
}

const optionOf = ({ option }: Find): string => option

function drawFind(find: Find): ReactNode {
  return find.kind === 'account' ? (
    <AccountOption account={find.account} />
  ) : (
    <CommandOption command={find.command} />
  )
}

function CommandOption({ command }: { command: Command }) {
  const text = useText()
  const mac = useMac()
  return (
    <>
      <CommandSign icon={command.icon} />
      <span className="option-body option-label">{command.label}</span>
      {command.shortcut && (
        <KeyCombination keys={keyNames(firstKeys(command.shortcut), mac, text)} />
      )}
    </>
  )
}

function PaletteFoot({ mac }: { mac: boolean }) {
  const text = useText()
  const words = text.palette.keys
  const keys = (id: Parameters<typeof firstKeys>[0]) => keyNames(firstKeys(id), mac, text)
  return (
    <footer className="finder-foot">
      <KeyHints
        hints={[
          { keys: keys('paletteRun'), label: words.run },
          { keys: keys('paletteOpen'), label: words.open },
          { keys: keys('paletteClose'), label: words.close },
        ]}
      />
    </footer>
  )
}

function useMac(): boolean {
  return useSnapshot(({ surroundings }) => surroundings.platform === 'mac')
}

/** The account whose page is open. */
function useAccountInView(): AccountView | undefined {
  const place = useUi((state) => state.place)
  return useSnapshot(({ accounts }) =>
    place.kind === 'account' ? accounts.find(({ id }) => id === place.account) : undefined,
  )
}
