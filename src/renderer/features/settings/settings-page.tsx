/** What can be set: the keychain's way out, and what a server needs to be told. */
import './settings.css'
import { useSnapshot, useText } from '../../stores/context'
import { Notice } from '../../ui/notice'
import { Page, Section } from '../../ui/page'
import { Badge } from '../../ui/small'
import { Back } from '../shell/back'
import { KeychainActions } from '../shell/banners'
import { ServerCard } from './server-card'

export function SettingsPage() {
  const text = useText()
  const servers = useSnapshot((snapshot) => snapshot.servers)
  const keychain = useSnapshot((snapshot) => snapshot.keychain)
  const { host, platform, version } = useSnapshot((snapshot) => snapshot.surroundings)
  const words = text.keychain.words(keychain, platform)
  const badge = text.app.hostBadge[host]
  return (
    <Page before={<Back to={{ kind: 'home' }} />} title={text.settings.title}>
      <Section title={text.keychain.title}>
        <Notice
          tone={keychain.kind === 'ready' ? 'good' : 'info'}
          title={words.title}
          actions={keychain.kind === 'ready' ? undefined : <KeychainActions keychain={keychain} />}
        >
          {words.text}
        </Notice>
      </Section>
      <Section title={text.settings.servers} text={text.settings.serversText}>
        {servers.map((server) => (
          <ServerCard key={server.id} server={server} />
        ))}
      </Section>
      <Section title={text.settings.about}>
        <p className="settings-about">
          {text.settings.version(version)}
          {badge && (
            <Badge>
              {badge.label}: {badge.text.toLowerCase()}
            </Badge>
          )}
        </p>
      </Section>
    </Page>
  )
}
