import type { Settings } from '../../../shared/settings'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { SelectRow } from '../../ui/switch'

const choices: readonly Settings['appearance'][] = ['system', 'light', 'dark']

/** Whether Latchkey is light or dark. */
export function AppearanceRow() {
  const words = useText().settings
  const { changeSettings } = useActions()
  const { appearance } = useSnapshot((snapshot) => snapshot.settings)
  return (
    <SelectRow
      label={words.appearance}
      value={appearance}
      options={choices.map((value) => ({ value, label: words.appearances[value] }))}
      onChange={(wanted) => {
        const chosen = choices.find((one) => one === wanted)
        if (chosen) void changeSettings({ appearance: chosen })
      }}
    />
  )
}
