/** What every program of a desktop has: a window about itself, menus on fields, a zoom. */
import { app, BrowserWindow, Menu } from 'electron'
import type { Text } from '../../shared/text'
import type { SettingsStore } from '../settings/settings'
import { aboutPanel } from './about'
import { openFieldMenus } from './field-menu'
import { followZoom } from './zoom'

export interface MannersOptions {
  readonly text: Text
  readonly settings: SettingsStore
}

/** Must run before the first window is made. */
export function openManners({ text, settings }: MannersOptions): void {
  app.setAboutPanelOptions(
    aboutPanel({
      ...{ name: app.getName(), version: app.getVersion() },
      ...{ versions: process.versions, words: text.about, appPath: app.getAppPath() },
    }),
  )
  openFieldMenus({
    ...{ app, words: text.menu },
    show: (items, page, { frame, x, y, menuSourceType }) => {
      const window = BrowserWindow.fromWebContents(page)
      if (!window) return
      Menu.buildFromTemplate(items).popup({
        ...{ window, sourceType: menuSourceType },
        ...(frame && { frame }),
        // The mouse is where it is; a key opens the menu at what has the focus.
        ...(menuSourceType === 'keyboard' && { x, y }),
      })
    },
  })
  followZoom({ app, settings })
}
