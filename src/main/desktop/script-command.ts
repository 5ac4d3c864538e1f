/** What a person types in a terminal to reach this very program, ready to be pasted. */
import { join } from 'node:path'
import { ownCommand, type RunningProgram } from './own-program'

/** The command up to where the words begin, quoted where a shell needs it. */
export function scriptCommand(running: RunningProgram, windows: boolean): string {
  const { packaged, appPath } = running
  const words = packaged ? ownCommand(running) : ['node', join(appPath, 'scripts', 'latchkey.mjs')]
  return words.map((word) => quoted(word, windows)).join(' ')
}

function quoted(word: string, windows: boolean): string {
  if (/^[\w./:@%+=,\\-]+$/.test(word) && (windows || !word.includes('\\'))) return word
  return windows ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`
}
