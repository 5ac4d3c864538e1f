/** What every program of a desktop has: a window about itself, menus on fields, a zoom. */
import { app, BrowserWindow, Menu } from 'electron'
import type { Language } from '../language'
import type { SettingsStore } from '../settings/settings'
import { aboutPanel } from './about'
import { openFieldMenus } from './field-menu'
import { followZoom } from './zoom'

export interface MannersOptions {
  readonly language: Language
  readonly settings: SettingsStore
}

/** Must run before the first window is made. */
export function openManners({ language, settings }: MannersOptions): void {
  const describe = (): void => {
    const { about: words } = language.text
    app.setAboutPanelOptions(
      aboutPanel({
        ...{ name: app.getName(), version: app.getVersion() },
        ...{ versions: process.versions, words, appPath: app.getAppPath() },
      }),
    )
  }
  describe()
  language.onChange(describe)
  openFieldMenus({
    ...{ app, words: () => language.text.menu },
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
