import { BrowserWindow, app, nativeTheme } from 'electron'
import type { SettingsStore } from '../settings/settings'
import { paper } from './paper'

/**
 * Makes windows light or dark as is set, menus and the system's own parts of them with it. Pages see it as
 * `prefers-color-scheme`, so no page is told, and none is drawn wrongly first.
 */
export function followAppearance(settings: SettingsStore): void {
  const apply = (): void => {
    nativeTheme.themeSource = settings.value.appearance
  }
  const paint = (window: Pick<BrowserWindow, 'setBackgroundColor'>): void => {
    window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? paper.dark : paper.light)
  }
  apply()
  settings.onChange(apply)
  app.on('browser-window-created', (_event, window) => paint(window))
  nativeTheme.on('updated', () => BrowserWindow.getAllWindows().forEach(paint))
}
