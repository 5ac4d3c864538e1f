/** What a person types in a terminal to reach this very program, ready to be pasted. */
import { join } from 'node:path'

export interface ScriptCommandOptions {
  readonly packaged: boolean
  readonly windows: boolean
  /** The folder of the program's files. */
  readonly appPath: string
  /** The program's own executable. */
  readonly program: string
}

/** The command up to where the words begin, quoted where a shell needs it. */
export function scriptCommand({
  packaged,
  windows,
  appPath,
  program,
}: ScriptCommandOptions): string {
  const words = packaged ? [program] : ['node', join(appPath, 'scripts', 'latchkey.mjs')]
  return words.map((word) => quoted(word, windows)).join(' ')
}

function quoted(word: string, windows: boolean): string {
  if (/^[\w./:@%+=,\\-]+$/.test(word) && (windows || !word.includes('\\'))) return word
  return windows ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`
}
