/**
 * The settings window: one page. What is set here is kept and told by the main process like everything
 * else, so that it stands the same in every window.
 */
import './settings.css'
import { Messages } from '../shell/messages'
import { Ready } from '../shell/ready'
import { useCloseKey } from '../shell/use-close-key'
import { SideKeys } from '../shortcuts/side-keys'
import { SettingsPage } from './settings-page'

export function SettingsWindow() {
  return (
    <Ready>
      <Frame />
      <SideKeys />
    </Ready>
  )
}

function Frame() {
  useCloseKey()
  return (
    <div className="settings-window">
      <main className="settings-content" tabIndex={-1}>
        <SettingsPage />
      </main>
      <Messages />
    </div>
  )
}
