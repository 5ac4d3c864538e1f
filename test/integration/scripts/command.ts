/** The command line in this process, against a program on a profile of its own. */
import { runCommand } from '../../../src/cli/run'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

export async function say(profile: string, ...words: readonly string[]): Promise<Said> {
  return sayAs('a test', profile, ...words)
}

export async function sayAs(
  program: string,
  profile: string,
  ...words: readonly string[]
): Promise<Said> {
  let out = ''
  let err = ''
  const code = await runCommand({
    words,
    profile,
    version: '0',
    languages: [],
    asker: () => Promise.resolve(program),
    out: (text) => (out += text),
    err: (text) => (err += text),
  })
  return { code, out, err }
}
