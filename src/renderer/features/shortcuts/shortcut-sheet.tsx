import './shortcuts.css'
import { useEffect, useRef } from 'react'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { IconButton } from '../../ui/button'
import { Panel } from '../../ui/dialog'
import { CloseIcon } from '../../ui/icons'
import { KeyCombination } from '../../ui/keys'
import { keysOf } from '../settings/accelerator'
import { keyNames } from './key-names'
import { shortcuts, type Keys, type ShortcutGroup } from './shortcuts'

const groups: readonly ShortcutGroup[] = ['everywhere', 'main', 'list', 'palette', 'quickLogin']

/** Every shortcut there is, as the keys of this system are called. */
export function ShortcutSheet() {
  const text = useText()
  const actions = useActions()
  const words = text.shortcuts
  const close = () => actions.lay(undefined)
  return (
    <Panel title={words.title} className="sheet" onClose={close}>
      <header className="sheet-head">
        <h2 className="dialog-title" aria-hidden="true">
          {words.title}
        </h2>
        <IconButton label={words.close} icon={<CloseIcon />} onClick={close} />
      </header>
      <SheetBody />
    </Panel>
  )
}

/** The list itself has the focus: it is read and scrolled first, and one Escape closes the sheet. */
function SheetBody() {
  const words = useText().shortcuts
  const canLock = useSnapshot(({ lock }) => lock.kind !== 'off')
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.focus(), [])
  return (
    <div ref={body} className="sheet-body" tabIndex={0}>
      <p className="soft">{words.text}</p>
      {groups.map((group) => (
        <section key={group} className="sheet-group">
          <h3 className="section-title">{words.groups[group]}</h3>
          <dl className="sheet-rows">
            {group === 'everywhere' && <GlobalRow />}
            {shortcuts
              .filter((one) => one.group === group && (one.id !== 'lock' || canLock))
              .map(({ id, keys }) => (
                <Row key={id} name={words.names[id]} keys={keys} />
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

function Row({ name, keys }: { name: string; keys: readonly Keys[] }) {
  const text = useText()
  const mac = useSnapshot(({ surroundings }) => surroundings.platform === 'mac')
  return (
    <div className="sheet-row">
      <dt>{name}</dt>
      <dd>
        {keys.map((one, index) => (
          <span key={JSON.stringify(one)}>
            {index > 0 && <span className="soft"> {text.shortcuts.or} </span>}
            <KeyCombination keys={keyNames(one, mac, text)} />
          </span>
        ))}
      </dd>
    </div>
  )
}

/** What the person has set in the settings. */
function GlobalRow() {
  const text = useText()
  const words = text.shortcuts
  const platform = useSnapshot(({ surroundings }) => surroundings.platform)
  const set = useSnapshot(({ settings }) => settings.quickLoginShortcut)
  return (
    <div className="sheet-row">
      <dt>{words.global}</dt>
      <dd>
        {set === '' ? (
          <span className="soft">{words.globalUnset}</span>
        ) : (
          <KeyCombination keys={keysOf(set, platform, text)} />
        )}
      </dd>
    </div>
  )
}
