/** What the systems know the installed program by: the packer writes it down, and the program goes by it. */
import type { App } from 'electron'

/** Of the bundle on macOS, of shortcuts on Windows, and the name of the desktop file on Linux. */
export const appId = 'app.latchkey.Latchkey'

/** What Windows calls for a notification that is pressed. It keeps the number, so this is never another. */
const toastActivator = '{344F5439-64C1-4924-90FC-4CF877913C31}'

/**
 * Windows shows notifications, and windows under one button, of the program whose shortcut bears the same
 * id; the installer writes it on that. Has to be called before `ready`.
 */
export function takeIdentity(
  app: Pick<App, 'isPackaged' | 'setToastActivatorCLSID' | 'setAppUserModelId'>,
  platform: 'linux' | 'mac' | 'windows',
): void {
  // A checkout has no shortcut, and is not the installed program.
  if (platform !== 'windows' || !app.isPackaged) return
  app.setToastActivatorCLSID(toastActivator)
  app.setAppUserModelId(appId)
}
