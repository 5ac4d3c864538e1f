/** What a person types or pastes to reach this very program: in a terminal, or in the desktop's settings. */
import { join } from 'node:path'
import { ownCommand, type RunningProgram } from './own-program'
import { quickLoginArgument } from './starts'

/** The command up to where the words begin, quoted where a shell needs it. */
export function scriptCommand(running: RunningProgram, windows: boolean): string {
  const { packaged, appPath } = running
  const words = packaged ? ownCommand(running) : ['node', join(appPath, 'scripts', 'latchkey.mjs')]
  return commandLine(words, windows)
}

/** What opens quick login, for a shortcut that a Linux desktop keeps in its own settings. */
export function quickLoginCommand(running: RunningProgram): string {
  return commandLine([...ownCommand(running), quickLoginArgument], false)
}

function commandLine(words: readonly string[], windows: boolean): string {
  return words.map((word) => quoted(word, windows)).join(' ')
}

function quoted(word: string, windows: boolean): string {
  if (/^[\w./:@%+=,\\-]+$/.test(word) && (windows || !word.includes('\\'))) return word
  return windows ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`
}
