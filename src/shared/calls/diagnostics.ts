/** Calls for whoever looks for a fault together with somebody else. */
import { z } from 'zod'
import { none, nothing } from './shapes'

export const diagnosticsCalls = {
  /** What the program can tell of itself, without secrets and addresses; `id` names this very text. */
  'diagnostics.read': {
    input: none,
    output: z.object({ id: z.string(), text: z.string() }),
  },
  /** Copies the text that was read, as it was shown; `not-found` if it was not the latest. */
  'diagnostics.copy': { input: z.object({ id: z.string().max(64) }).strict(), output: nothing },
  /** Shows the log's file in the system's file manager. */
  'diagnostics.showLog': { input: none, output: nothing },
} as const
