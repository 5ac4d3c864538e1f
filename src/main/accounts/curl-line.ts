/**
 * A token as a line for a terminal. Token and address come from services and from people, so nothing
 * in them may be read by the shell, by curl or by the terminal itself.
 */
import type { Snapshot } from '../../shared/contract'
import { fail, ok, type Result } from '../../shared/failure'

/** `posix` for sh, bash, zsh and fish; `powershell` on Windows. */
export type Shell = 'posix' | 'powershell'

/** The shell that people use on a system. */
export function shellOf(platform: Snapshot['surroundings']['platform']): Shell {
  return platform === 'windows' ? 'powershell' : 'posix'
}

/**
 * What a header can bear of a token: visible characters only. A line break would make two headers, and
 * a control character can end a terminal's paste in the middle.
 */
const bearable = /^[!-~]+$/u

/** The header that bears a token. Fails with `unsafe-to-copy`. */
export function authorization(token: string): Result<string> {
  return bearable.test(token) ? ok(`Authorization: Bearer ${token}`) : fail('unsafe-to-copy')
}

/** A curl command that sends a GET request with a token. Fails with `unsafe-to-copy`. */
export function curlLine(url: string, token: string, shell: Shell): Result<string> {
  const header = authorization(token)
  if (!header.ok) return header
  if (!bearable.test(url)) return fail('unsafe-to-copy')
  const words = ['--header', header.value, '--url', url]
  // Without `--globoff`, curl makes several requests of an address with braces or brackets.
  switch (shell) {
    case 'posix':
      return ok(['curl', '--globoff', ...words.map(posixWord)].join(' '))
    case 'powershell':
      // Windows PowerShell passes a double quote to programs as if it were none.
      if (words.some((word) => word.includes('"'))) return fail('unsafe-to-copy')
      return ok(['curl.exe', '--globoff', ...words.map(powershellWord)].join(' '))
  }
}

function posixWord(word: string): string {
  // A backslash stands outside of the quotes too, because fish reads it within them.
  return plain(word) ? word : `'${word.replaceAll(/['\\]/gu, String.raw`'\$&'`)}'`
}

function powershellWord(word: string): string {
  return plain(word) ? word : `'${word.replaceAll("'", "''")}'`
}

function plain(word: string): boolean {
  return /^--[a-z]+$/u.test(word)
}
