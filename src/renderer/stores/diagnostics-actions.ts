import type { Bridge } from '../bridge'

/** What the view of diagnostics asks for; failures belong to the view. */
export function diagnosticsActions(bridge: Bridge) {
  return {
    readDiagnostics: () => bridge.call('diagnostics.read', {}),
    /** Copies the text that was read under this id. */
    copyDiagnostics: (id: string) => bridge.call('diagnostics.copy', { id }),
    showLog: () => bridge.call('diagnostics.showLog', {}),
  }
}
