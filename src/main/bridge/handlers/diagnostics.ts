/** Calls about what the program can tell of itself. */
import { randomUUID } from 'node:crypto'
import { fail, ok } from '../../../shared/failure'
import { diagnosticsText, reportLines } from '../../diagnostics/report'
import { describeSystem } from '../../diagnostics/system'
import type { Handlers } from '../dispatcher'
import type { Mirror } from '../mirror'

type DiagnosticsCalls = Extract<keyof Handlers, `diagnostics.${string}`>

/** What diagnostics need beside the state. */
export interface DiagnosticsDesk {
  /** The latest lines of the log, the oldest first. */
  recentLog(count: number): Promise<readonly string[]>
  /** Puts a text that is no secret on the clipboard. */
  copy(text: string): Promise<void>
  /** Shows the log's file where people look at files. */
  showLog(): void
}

export interface DiagnosticsHandlersOptions {
  readonly mirror: Pick<Mirror, 'snapshot'>
  readonly desk: DiagnosticsDesk
  readonly now: () => number
}

export function diagnosticsHandlers({
  mirror,
  desk,
  now,
}: DiagnosticsHandlersOptions): Pick<Handlers, DiagnosticsCalls> {
  let shown: { readonly id: string; readonly text: string } | undefined
  return {
    'diagnostics.read': async () => {
      const lines = await desk.recentLog(reportLines)
      const system = describeSystem(process)
      const text = diagnosticsText({ snapshot: mirror.snapshot(), system, lines, now: now() })
      shown = { id: randomUUID(), text }
      return ok(shown)
    },
    'diagnostics.copy': async ({ id }) => {
      // What is copied is what was shown, to the letter, and not what could be read by now.
      if (shown?.id !== id) return fail('not-found')
      await desk.copy(shown.text)
      return ok(null)
    },
    'diagnostics.showLog': () => {
      desk.showLog()
      return ok(null)
    },
  }
}
