/** How the program comes back after its end, for whoever started it meanwhile. */
import { spawn } from 'node:child_process'
import { app } from 'electron'
import { ownCommand, type RunningProgram } from './own-program'

/**
 * Starts the program once more, with these words, when this one has ended; all it had to write is written.
 * Electron waits for the end in a process out of the program's own files, and those of an AppImage are gone
 * with the program: there the next one starts now, and finds no lock in its way.
 */
export function startAnew(running: RunningProgram, words: readonly string[]): void {
  const [file, ...rest] = ownCommand(running)
  const args = [...rest, ...words]
  if (file === running.executable) return app.relaunch({ execPath: file, args })
  app.releaseSingleInstanceLock()
  const next = spawn(file, args, { detached: true, stdio: 'ignore' })
  // Whoever started it can do so again.
  next.on('error', () => undefined).unref()
}
