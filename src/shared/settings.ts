/** What the person may set for the whole program, and what the desktop makes of it. */
import { z } from 'zod'

export const settings = z.object({
  /** Opens quick login from anywhere: an Electron accelerator, or '' for none. */
  quickLoginShortcut: z.string().max(100),
  /** Closing the last window: keep running where there is a tray, always keep running, or quit. */
  whenClosed: z.enum(['automatic', 'keep-running', 'quit']),
  startAtLogin: z.boolean(),
  /** Look now and then whether tokens are still accepted. */
  backgroundChecks: z.boolean(),
  /** Tell by a system notification what only the person can do. */
  notifications: z.boolean(),
  /** Tokens for scripts: refused, asked about the first time a program asks, or given. */
  scripts: z.enum(['off', 'ask', 'on']),
  /** Programs that the person has allowed for good, by what they say they are. */
  allowedPrograms: z.array(z.string().min(1).max(300)).max(200),
})
export type Settings = z.infer<typeof settings>

/** As it is before the person has changed anything. */
export const defaultSettings: Settings = {
  quickLoginShortcut: '',
  whenClosed: 'automatic',
  startAtLogin: false,
  backgroundChecks: true,
  notifications: true,
  scripts: 'off',
  allowedPrograms: [],
}

/** What the desktop offers, and whether it took what was set. */
export const desktopView = z.object({
  /** Whether the desktop shows a tray; `unknown` until it was asked, or where it cannot be. */
  tray: z.enum(['there', 'missing', 'unknown']),
  /** Why the global shortcut does not work, if it does not. */
  shortcutProblem: z.enum(['taken', 'invalid']).optional(),
  /** Whether this system can start the program at login. */
  canStartAtLogin: z.boolean(),
  /** The system refused to start the program at login, or to stop doing so. */
  startAtLoginFailed: z.boolean().optional(),
  /** Why commands for scripts cannot reach the program, in the system's words, if they cannot. */
  scriptsProblem: z.string().max(1_000).optional(),
  /** What to type before the name of a service to get a token on a command line. */
  scriptCommand: z.string().max(1_000).optional(),
})
export type DesktopView = z.infer<typeof desktopView>
