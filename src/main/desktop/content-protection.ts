import { BrowserWindow, app } from 'electron'
import type { SettingsStore } from '../settings/settings'

/**
 * Keeps Latchkey's windows out of screenshots and shared screens while that is set: those that are open
 * and those to come. Electron does nothing of it on Linux, and the settings say so.
 */
export function followContentProtection(settings: SettingsStore): void {
  const apply = (window: Pick<BrowserWindow, 'setContentProtection'>): void => {
    window.setContentProtection(settings.value.contentProtection)
  }
  app.on('browser-window-created', (_event, window) => apply(window))
  settings.onChange(() => BrowserWindow.getAllWindows().forEach(apply))
}
