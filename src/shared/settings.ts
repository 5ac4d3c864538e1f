/** What the person may set for the whole program. */
import { z } from 'zod'
import { locales } from './text/locale'
import { zoomSteps } from './zoom'

export const settings = z.object({
  /** What Latchkey speaks: the system's language, or one whatever the system has. */
  language: z.enum(['system', ...locales]),
  /** Opens quick login from anywhere: an Electron accelerator, or '' for none. */
  quickLoginShortcut: z.string().max(100),
  /** Closing the last window: keep running where there is a tray, always keep running, or quit. */
  whenClosed: z.enum(['automatic', 'keep-running', 'quit']),
  startAtLogin: z.boolean(),
  /** Whether windows are light or dark: as the system is, or always one of them. */
  appearance: z.enum(['system', 'light', 'dark']),
  /** How large everything in the windows is drawn, in percent. */
  zoom: z.literal(zoomSteps),
  /** Look now and then whether tokens are still accepted, and renew those that end soon. */
  backgroundChecks: z.boolean(),
  /** Tell by a system notification what only the person can do. */
  notifications: z.boolean(),
  /** Tokens for scripts: refused, asked about the first time a program asks, or given. */
  scripts: z.enum(['off', 'ask', 'on']),
  /** Programs that the person has allowed for good, by what they say they are. */
  allowedPrograms: z.array(z.string().min(1).max(300)).max(200),
  /** How long a copied secret stays in the clipboard. */
  clipboardSeconds: z.number().int().min(10).max(300),
  /** Keep Latchkey's windows out of screenshots and shared screens, where the system can. */
  contentProtection: z.boolean(),
  /** Show addresses masked in windows and tray, for screens that others see. */
  hideAddresses: z.boolean(),
  /** With a passphrase set: lock after so many minutes without the person; 0 for never. */
  lockAfterMinutes: z.number().int().min(0).max(480),
  /** With a passphrase set: lock before the computer sleeps. */
  lockOnSuspend: z.boolean(),
  /** With a passphrase set: lock when the screen is locked. */
  lockWithScreen: z.boolean(),
  /** While locked, the tray shows no addresses. */
  hideAddressesWhenLocked: z.boolean(),
})
export type Settings = z.infer<typeof settings>

/** As it is before the person has changed anything. */
export const defaultSettings: Settings = {
  language: 'system',
  quickLoginShortcut: '',
  whenClosed: 'automatic',
  startAtLogin: false,
  appearance: 'system',
  zoom: 100,
  backgroundChecks: true,
  notifications: true,
  scripts: 'off',
  allowedPrograms: [],
  clipboardSeconds: 30,
  contentProtection: false,
  hideAddresses: false,
  lockAfterMinutes: 10,
  lockOnSuspend: true,
  lockWithScreen: true,
  hideAddressesWhenLocked: true,
}

export type { DesktopView } from './desktop-view'
