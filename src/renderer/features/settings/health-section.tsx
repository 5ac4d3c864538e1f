import { useActions, useSnapshot, useText } from '../../stores/context'
import { Section } from '../../ui/page'
import { Rows, SwitchRow } from '../../ui/switch'

/** What is looked after without being asked for. */
export function HealthSection() {
  const words = useText().settings
  const { changeSettings } = useActions()
  const settings = useSnapshot((snapshot) => snapshot.settings)
  return (
    <Section title={words.health}>
      <Rows>
        <SwitchRow
          label={words.backgroundChecks}
          hint={words.backgroundChecksHint}
          on={settings.backgroundChecks}
          onChange={(backgroundChecks) => void changeSettings({ backgroundChecks })}
        />
        <SwitchRow
          label={words.notifications}
          hint={words.notificationsHint}
          on={settings.notifications}
          onChange={(notifications) => void changeSettings({ notifications })}
        />
      </Rows>
    </Section>
  )
}
