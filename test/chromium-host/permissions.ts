/**
 * Electron asks the app's handlers when a page asks for something. Chromium cannot be made to ask the
 * host, so the host asks the handlers beforehand and gives Chromium the answers. Like Electron,
 * an app without handlers grants everything.
 */
import type { CDPSession } from 'playwright-core'
import { facadeOf } from './electron/facade'
import type { HostWebContents } from './electron/web-contents'

/** Electron's word for a permission, and the Permissions API's. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'],
  ['window-management', 'window-management'],
] as const

type Permission = (typeof permissions)[number][0]

/** Sets every permission of the origin of `chromiumUrl` as the app's handlers answer. */
export async function applyPermissions(
  browser: CDPSession,
  owner: HostWebContents,
  chromiumUrl: string,
  appUrl: string,
): Promise<void> {
  const { origin } = new URL(chromiumUrl)
  await Promise.all(
    permissions.map(async ([permission, name]) => {
      const setting = (await isGranted(owner, permission, appUrl)) ? 'granted' : 'denied'
      await browser
        .send('Browser.setPermission', { permission: { name }, setting, origin })
        // A Chromium that does not know a permission does not have it.
        .catch(() => undefined)
    }),
  )
}

async function isGranted(
  owner: HostWebContents,
  permission: Permission,
  requestingUrl: string,
): Promise<boolean> {
  const { permissionRequestHandler, permissionCheckHandler } = owner.hostSession
  // The handlers are declared for Electron's own WebContents; they get the host's.
  const contents = facadeOf(owner) as unknown as Electron.WebContents
  const details = { requestingUrl, isMainFrame: true, securityOrigin: requestingUrl }
  if (permissionRequestHandler !== null) {
    return new Promise((resolve) => {
      permissionRequestHandler(contents, permission, resolve, details)
    })
  }
  return permissionCheckHandler?.(contents, permission, requestingUrl, details) ?? true
}
