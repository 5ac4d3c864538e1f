/** The settings window. */
import { Ready } from '../shell/ready'
import { SettingsPage } from './settings-page'

export function SettingsWindow() {
  return (
    <Ready>
      <SettingsPage />
    </Ready>
  )
}
