import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { sentences } from '../../../shared/text/sentences'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button, IconButton } from '../../ui/button'
import { CloseIcon } from '../../ui/icons'
import { KeyCombination } from '../../ui/keys'
import { Announcement } from '../../ui/small'
import { Row } from '../../ui/switch'
import { keysInWords, keysOf, modifiersInWords, recordedBy } from './accelerator'

/**
 * The shortcut for quick login: shown as keys, recorded by pressing them. While it is recorded, the keys
 * of the one before reach the field instead of opening quick login.
 */
export function ShortcutRow() {
  const text = useText()
  const words = text.settings
  const actions = useActions()
  const platform = useSnapshot((snapshot) => snapshot.surroundings.platform)
  const accelerator = useSnapshot((snapshot) => snapshot.settings.quickLoginShortcut)
  const problem = useSnapshot((snapshot) => snapshot.desktop.shortcutProblem)
  const sureCommand = useSnapshot((snapshot) => snapshot.desktop.quickLoginCommand)
  const [recording, setRecording] = useState(false)
  const [remark, setRemark] = useState<string>()
  const [news, setNews] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const { hold } = actions

  useEffect(() => {
    if (!recording) return
    void hold(true)
    return () => void hold(false)
  }, [recording, hold])

  async function keep(wanted: string) {
    setRecording(false)
    setRemark(undefined)
    // Asked for in this order, so that the keys are free to be taken.
    void hold(false)
    if (!(await actions.changeSettings({ quickLoginShortcut: wanted }))) return
    const told = sureCommand === undefined ? words.shortcutSet : words.shortcutAsked
    setNews(wanted === '' ? words.shortcutRemoved : told(keysInWords(wanted, platform, text)))
  }

  function record(event: KeyboardEvent) {
    if (!recording) return
    const bare = !event.ctrlKey && !event.altKey && !event.metaKey
    // Whoever goes on with Tab leaves the field as it was; the focus must never be caught.
    if (event.key === 'Tab' && bare) return setRecording(false)
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape' && bare) return setRecording(false)
    const pressed = recordedBy(event.nativeEvent, platform)
    switch (pressed.kind) {
      case 'more':
        return
      case 'needs-modifier':
        return setRemark(words.shortcutNeedsModifier(modifiersInWords(platform, text)))
      case 'unusable':
        return setRemark(words.shortcutUnusable)
      case 'keys':
        return void keep(pressed.accelerator)
    }
  }

  const set = accelerator !== ''
  const shown = problem && set ? words.shortcutProblems[problem] : undefined
  const hint =
    set && sureCommand !== undefined ? (
      <>
        {sentences(words.shortcutHint, words.shortcutUnsure)}
        <code className="code shortcut-command">{sureCommand}</code>
      </>
    ) : (
      words.shortcutHint
    )
  return (
    <Row label={words.shortcut} hint={hint} note={recording ? remark : shown}>
      <span className="shortcut">
        {!recording && set && <KeyCombination keys={keysOf(accelerator, platform, text)} />}
        {!recording && !set && <span className="soft">{words.shortcutNone}</span>}
        {recording && <span className="shortcut-recording">{words.shortcutPress}</span>}
        <Button
          ref={button}
          className="shortcut-button"
          aria-label={set && !recording ? `${words.shortcutChange}: ${words.shortcut}` : undefined}
          aria-pressed={recording}
          onKeyDown={record}
          onBlur={() => setRecording(false)}
          onClick={() => {
            setRemark(undefined)
            setRecording(!recording)
          }}
        >
          {recording ? words.shortcutStop : set ? words.shortcutChange : words.shortcutRecord}
        </Button>
        {set && !recording && (
          <IconButton
            label={words.shortcutClear}
            icon={<CloseIcon />}
            onClick={() => {
              button.current?.focus()
              void keep('')
            }}
          />
        )}
        <Announcement>{recording ? words.shortcutPress : shown ? '' : news}</Announcement>
      </span>
    </Row>
  )
}
