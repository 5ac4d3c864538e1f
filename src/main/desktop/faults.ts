/**
 * What is told of a fault before nobody can tell any more: the log hears of it, and what the log holds
 * reaches the disk in the same turn.
 */
import type { Details, RenderProcessGoneDetails } from 'electron'
import type { Log } from '../log'

/** What is needed of Node's process. */
export interface FaultyProcess {
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown
  on(event: 'uncaughtExceptionMonitor', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: () => void): unknown
}

/** What is needed of Electron's app. */
export interface FaultyApp {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, contents: unknown, details: RenderProcessGoneDetails) => void,
  ): unknown
  on(event: 'child-process-gone', listener: (event: unknown, details: Details) => void): unknown
}

export interface FaultsOptions {
  readonly process: FaultyProcess
  readonly app: FaultyApp
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
