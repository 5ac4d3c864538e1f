/**
 * What is told of a fault before nobody can tell any more: the log hears of it, and what the log holds
 * reaches the disk in the same turn.
 */
import type { App } from 'electron'
import type { Log } from '../log'

export interface FaultsOptions {
  readonly process: Pick<NodeJS.Process, 'on'>
  readonly app: Pick<App, 'on'>
  readonly log: Log
  /** Writes what the log holds, at once. */
  readonly flush: () => void
}

export function watchFaults({ process, app, log, flush }: FaultsOptions): void {
  process.on('unhandledRejection', (error) => {
    log.bug('promise', error, 'unhandled')
    flush()
  })
  // Only listens: what becomes of the program stays Electron's business.
  process.on('uncaughtExceptionMonitor', (error) => {
    log.bug('program', error, 'uncaught')
    flush()
  })
  process.on('exit', () => flush())
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') log.info(`a page is gone (${reason}, ${exitCode})`)
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName, name }) => {
    if (reason === 'clean-exit') return
    log.info(`process ${name ?? serviceName ?? type} is gone (${reason}, ${exitCode})`)
  })
}
