import type { Settings } from '../../../shared/settings'
import { languageNames, locales } from '../../../shared/text/locale'
import { sentences } from '../../../shared/text/sentences'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Section } from '../../ui/page'
import { RadioRows, Rows, SelectRow, SwitchRow } from '../../ui/switch'
import { keysInWords } from './accelerator'
import { AppearanceRow } from './appearance-row'
import { ZoomRow } from './zoom-row'

const whenClosed: readonly Settings['whenClosed'][] = ['automatic', 'keep-running', 'quit']

/** How the program begins and how it ends. */
export function GeneralSection() {
  const text = useText()
  const words = text.settings
  const { changeSettings } = useActions()
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const desktop = useSnapshot((snapshot) => snapshot.desktop)
  const startHint = desktop.canStartAtLogin ? words.startAtLoginHint : words.startAtLoginUnavailable
  return (
    <Section title={words.general}>
      <Rows>
        <LanguageRow />
        <AppearanceRow />
        <ZoomRow />
        <SwitchRow
          label={words.startAtLogin}
          hint={startHint}
          note={desktop.startAtLoginFailed === true ? words.startAtLoginFailed : undefined}
          on={settings.startAtLogin}
          unavailable={!desktop.canStartAtLogin}
          onChange={(startAtLogin) => void changeSettings({ startAtLogin })}
        />
        <RadioRows
          label={words.whenClosedTitle}
          value={settings.whenClosed}
          options={whenClosed.map((value) => ({ value, ...words.whenClosed[value] }))}
          onChange={(value) => void changeSettings({ whenClosed: value })}
        >
          <TrayRemark />
        </RadioRows>
      </Rows>
    </Section>
  )
}

/** What Latchkey speaks. Each language is called as it calls itself. */
function LanguageRow() {
  const words = useText().settings
  const { changeSettings } = useActions()
  const { language } = useSnapshot((snapshot) => snapshot.settings)
  const choices: readonly Settings['language'][] = ['system', ...locales]
  return (
    <SelectRow
      label={words.language}
      value={language}
      options={choices.map((value) =>
        value === 'system'
          ? { value, label: words.languageOfSystem }
          : { value, label: languageNames[value], lang: value },
      )}
      onChange={(wanted) => {
        const chosen = choices.find((one) => one === wanted)
        if (chosen) void changeSettings({ language: chosen })
      }}
    />
  )
}

/** Where there is no tray, the choice means something else than elsewhere; and how to come back. */
function TrayRemark() {
  const text = useText()
  const words = text.settings
  const { tray, shortcutProblem, quickLoginCommand } = useSnapshot((snapshot) => snapshot.desktop)
  const { platform } = useSnapshot((snapshot) => snapshot.surroundings)
  const { whenClosed: chosen, quickLoginShortcut } = useSnapshot((snapshot) => snapshot.settings)
  const trayNow = words.trayNow[tray]
  if (trayNow === undefined || chosen === 'quit') return null
  const sure = shortcutProblem === undefined && quickLoginCommand === undefined
  const works = quickLoginShortcut !== '' && sure
  const keys = works ? keysInWords(quickLoginShortcut, platform, text) : undefined
  return (
    <p className="setting-hint" role="status">
      {chosen === 'keep-running' ? sentences(trayNow, words.wayBack(keys)) : trayNow}
    </p>
  )
}
