/** What the system's own window about the program says. All three systems have one. */
import { join } from 'node:path'
import type { AboutPanelOptionsOptions } from 'electron'
import type { Text } from '../../shared/text'

export interface AboutOptions {
  readonly name: string
  readonly version: string
  readonly versions: { readonly electron?: string; readonly chrome?: string; readonly node: string }
  readonly words: Text['about']
  /** The folder of the program's files; packed, it is an archive. */
  readonly appPath: string
}

/** The panel's contents. Linux knows no credits and shows people in their place, so it gets none. */
export function aboutPanel(options: AboutOptions): AboutPanelOptionsOptions {
  const { name, version, versions, words } = options
  const { electron = '–', chrome = '–', node } = versions
  return {
    applicationName: name,
    applicationVersion: version,
    copyright: words.licence,
    credits: words.credits({ electron, chromium: chrome, node }),
    iconPath: iconFile(options.appPath),
  }
}

/** The systems read the icon themselves and cannot look into the archive, so it is unpacked beside it. */
function iconFile(appPath: string): string {
  return join(appPath.replace(/app\.asar$/, 'app.asar.unpacked'), 'resources', 'icon.png')
}
