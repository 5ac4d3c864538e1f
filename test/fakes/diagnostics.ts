import type { DiagnosticsDesk } from '../../src/main/bridge/handlers/diagnostics'

/** A desk for programs whose diagnostics nobody looks at. */
export const noDiagnostics: DiagnosticsDesk = {
  recentLog: () => Promise.resolve([]),
  copy: () => Promise.resolve(),
  showLog: () => undefined,
}
