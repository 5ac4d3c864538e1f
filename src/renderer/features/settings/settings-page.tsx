import { useSnapshot, useText } from '../../stores/context'
import { Notice } from '../../ui/notice'
import { Page, Section } from '../../ui/page'
import { Badge } from '../../ui/small'
import { Rows } from '../../ui/switch'
import { BackupSection } from '../backup/backup-section'
import { LockSection } from '../lock/lock-section'
import { ScriptsSection } from '../scripts/scripts-section'
import { KeychainActions, KeychainNews, useToldKeychain } from '../shell/banners'
import { GeneralSection } from './general-section'
import { DiagnosticsRow } from '../diagnostics/diagnostics-row'
import { HealthSection } from './health-section'
import { PrivacySection } from './privacy-section'
import { ServerCard } from './server-card'
import { ShortcutRow } from './shortcut-row'
import { UpdatesRow } from './updates-row'

/** Everything that can be set, by topic. Each change takes effect at once. */
export function SettingsPage() {
  const text = useText()
  const servers = useSnapshot((snapshot) => snapshot.servers)
  return (
    <Page title={text.settings.title}>
      <GeneralSection />
      <Section title={text.settings.quickLogin}>
        <Rows>
          <ShortcutRow />
        </Rows>
      </Section>
      <LockSection />
      <HealthSection />
      <PrivacySection />
      <ScriptsSection />
      <KeychainSection />
      <BackupSection />
      <Section title={text.settings.servers} text={text.settings.serversText}>
        {servers.map((server) => (
          <ServerCard key={server.id} server={server} />
        ))}
      </Section>
      <AboutSection />
    </Page>
  )
}

function KeychainSection() {
  const text = useText()
  const told = useToldKeychain()
  const { keychain } = told
  const { platform } = useSnapshot((snapshot) => snapshot.surroundings)
  const words = text.keychain.words(keychain, platform)
  return (
    <Section title={text.keychain.title}>
      <Notice
        tone={keychain.kind === 'ready' ? 'good' : 'info'}
        title={words.title}
        actions={keychain.kind === 'ready' ? undefined : <KeychainActions {...told} />}
      >
        {words.text}
      </Notice>
      <KeychainNews />
    </Section>
  )
}

function AboutSection() {
  const text = useText()
  const { host, version } = useSnapshot((snapshot) => snapshot.surroundings)
  const badge = text.app.hostBadge[host]
  return (
    <Section title={text.settings.about}>
      <p className="settings-about">
        {text.settings.version(version)}
        {badge && <Badge>{text.prose.named(badge.label, badge.text.toLowerCase())}</Badge>}
      </p>
      <Rows>
        <UpdatesRow />
        <DiagnosticsRow />
      </Rows>
    </Section>
  )
}
