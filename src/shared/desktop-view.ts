/** What the desktop makes of the settings. */
import { z } from 'zod'
import { updatesView } from './updates'

/** What the desktop offers, and whether it took what was set. */
export const desktopView = z.object({
  /** Whether the desktop shows a tray; `unknown` until it was asked, or where it cannot be. */
  tray: z.enum(['there', 'missing', 'unknown']),
  /** Why the global shortcut does not work, if it does not. */
  shortcutProblem: z.enum(['taken', 'invalid']).optional(),
  /**
   * What opens quick login as a command; there only where nobody tells whether the global shortcut works,
   * so that a shortcut of the desktop's own is the sure way.
   */
  quickLoginCommand: z.string().max(1_000).optional(),
  /** Whether this system can start the program at login. */
  canStartAtLogin: z.boolean(),
  /** The system refused to start the program at login, or to stop doing so. */
  startAtLoginFailed: z.boolean().optional(),
  /** Why commands for scripts cannot reach the program, in the system's words, if they cannot. */
  scriptsProblem: z.string().max(1_000).optional(),
  /** What to type before the name of a service to get a token on a command line. */
  scriptCommand: z.string().max(1_000).optional(),
  /** What is known of newer versions; absent where nobody is asked for them. */
  updates: updatesView.optional(),
})
export type DesktopView = z.infer<typeof desktopView>
