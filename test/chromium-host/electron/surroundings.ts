import type { Chromium } from '../chromium'
import type { SchemeMap } from '../scheme'
import type { PageOwners } from '../network'
import type { HostBrowserWindow } from './browser-window'
import type { HostClipboard } from './clipboard'
import type { HostIpcMain } from './ipc-main'
import type { Sessions } from './session'
import type { HostWebContents } from './web-contents'
import type { Windows } from './windows'

/** What a window needs of the host around it. */
export interface Surroundings {
  readonly chromium: Promise<Chromium>
  readonly headed: boolean
  readonly paintsShownOnly: boolean
  readonly schemes: SchemeMap
  readonly sessions: Sessions
  readonly owners: PageOwners
  readonly windows: Windows
  readonly ipcMain: HostIpcMain
  readonly clipboard: HostClipboard
  readonly isReady: () => boolean
  readonly onContentsMade: (contents: HostWebContents) => void
  readonly onWindowMade: (window: HostBrowserWindow) => void
}
