/** What others get to see, and what is copied for a report. */
import { ok } from '../../shared/failure'
import { ids } from './sample-ids'
import { accounts, settings, snapshot } from './samples'
import type { Scene } from './scenes'
import { text } from './page-language'

/** The diagnostics of somebody, as the main process would write them. */
export const sampleDiagnostics = [
  'Latchkey 0.1.0',
  'Taken: 2026-03-05T10:12:45.120Z',
  'Host: electron, Electron 45.4.1, Chrome 150.0.7871.60, Node 24.9.0',
  'System: linux 6.8.0-31-generic x64',
  'Desktop: KDE, session: wayland, tray: there',
  'Language: en',
  'Keychain: ready (Secret Service by libsecret)',
  'Book: fine',
  '',
  'Accounts',
  '  IPCola: 1 ready, 1 needs-login',
  '  Ruuvi Cloud: 1 ready, 1 needs-verification, 1 unreachable',
  '  Cloudreve: 1 ready, 1 blocked',
  'Servers',
  '  ipcola, production: IPCola (2 accounts)',
  '  cloudreve, site: f….org (2 accounts)',
  'Log (the last 3 lines)',
  '  2026-03-05T10:10:02.512Z info keychain is ready',
  '  2026-03-05T10:11:40.011Z info GET f….org/api/v4/user/me failed with offline after 1302 ms',
  '  2026-03-05T10:11:40.013Z info call accounts.check failed with offline after 1310 ms',
  '',
].join('\n')

const hiding = { ...settings, hideAddresses: true }
const account = (id: string): NonNullable<Scene['place']> => ({
  kind: 'account',
  account: ids.account(id),
})

export const privacyScenes: Readonly<Record<string, Scene>> = {
  'home-addresses-hidden': { snapshot: snapshot({ settings: hiding }) },
  'account-addresses-hidden': {
    snapshot: snapshot({ settings: hiding, accounts }),
    place: account('account-ruuvi-2'),
  },
  'settings-privacy-mac': {
    snapshot: snapshot({
      settings: { ...hiding, contentProtection: true, clipboardSeconds: 45 },
      surroundings: { host: 'electron', platform: 'mac', version: '0.1.0' },
    }),
    window: 'settings',
    subject: { heading: text.privacy.title },
  },
  'settings-diagnostics': {
    snapshot: snapshot(),
    window: 'settings',
    answers: { 'diagnostics.read': () => ok({ id: 'text-1', text: sampleDiagnostics }) },
    press: [text.diagnostics.open],
  },
}
