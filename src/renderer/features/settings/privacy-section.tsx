import { useActions, useSnapshot, useText } from '../../stores/context'
import { KeyCombination } from '../../ui/keys'
import { Section } from '../../ui/page'
import { RadioRows, Rows, SwitchRow } from '../../ui/switch'
import { keyNames } from '../shortcuts/key-names'
import { firstKeys } from '../shortcuts/shortcuts'

/** How long a copied secret may stay; what a settings file says beside these is offered as well. */
const offered: readonly number[] = [10, 30, 60, 120]

/** What others get to see: on the clipboard, in pictures of the screen, over the person's shoulder. */
export function PrivacySection() {
  const text = useText()
  const words = text.privacy
  const { changeSettings } = useActions()
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const { platform } = useSnapshot((snapshot) => snapshot.surroundings)
  const cannotProtect = platform === 'linux'
  const { clipboardSeconds } = settings
  const times = [...new Set([...offered, clipboardSeconds])].sort((one, other) => one - other)
  return (
    <Section title={words.title}>
      <Rows>
        <SwitchRow
          label={words.hideAddresses}
          hint={words.hideAddressesHint}
          on={settings.hideAddresses}
          onChange={(hideAddresses) => void changeSettings({ hideAddresses })}
        />
        <p className="setting-keys setting-hint">
          {words.anywhere}
          <KeyCombination keys={keyNames(firstKeys('hideAddresses'), platform === 'mac', text)} />
        </p>
        <SwitchRow
          label={words.contentProtection}
          hint={
            cannotProtect
              ? words.contentProtectionUnavailable
              : words.contentProtectionHint[platform]
          }
          on={settings.contentProtection && !cannotProtect}
          unavailable={cannotProtect}
          onChange={(contentProtection) => void changeSettings({ contentProtection })}
        />
        <RadioRows
          label={words.clipboard}
          value={String(clipboardSeconds)}
          options={times.map((seconds) => ({
            value: String(seconds),
            label: words.after(seconds),
          }))}
          onChange={(seconds) => void changeSettings({ clipboardSeconds: Number(seconds) })}
        >
          <p className="setting-hint">{words.clipboardHint[platform]}</p>
        </RadioRows>
      </Rows>
    </Section>
  )
}
