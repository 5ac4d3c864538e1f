import { useActions, useSnapshot, useText } from '../../stores/context'
import { Rows, SelectRow, SwitchRow } from '../../ui/switch'

const idleMinutes: readonly number[] = [1, 5, 10, 30, 60]

/** When Latchkey locks by itself, and what the tray shows then. */
export function LockRows() {
  const words = useText().lock
  const { changeSettings } = useActions()
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const { platform } = useSnapshot((snapshot) => snapshot.surroundings)
  const set = settings.lockAfterMinutes
  // What was set elsewhere stays as it is until another one is chosen.
  const minutes = [...new Set([...idleMinutes, ...(set > 0 ? [set] : [])])].sort((a, b) => a - b)
  return (
    <Rows>
      <SelectRow
        label={words.idle.label}
        hint={words.idle.hint}
        value={String(set)}
        options={[
          ...minutes.map((one) => ({ value: String(one), label: words.idle.minutes(one) })),
          { value: '0', label: words.idle.never },
        ]}
        onChange={(value) => void changeSettings({ lockAfterMinutes: Number(value) })}
      />
      <SwitchRow
        label={words.onSuspend}
        on={settings.lockOnSuspend}
        onChange={(lockOnSuspend) => void changeSettings({ lockOnSuspend })}
      />
      <SwitchRow
        label={words.withScreen}
        hint={words.withScreenHint[platform]}
        on={settings.lockWithScreen}
        onChange={(lockWithScreen) => void changeSettings({ lockWithScreen })}
      />
      <SwitchRow
        label={words.hideAddresses}
        hint={words.hideAddressesHint}
        on={settings.hideAddressesWhenLocked}
        onChange={(hideAddressesWhenLocked) => void changeSettings({ hideAddressesWhenLocked })}
      />
    </Rows>
  )
}
