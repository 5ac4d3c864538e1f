import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { authorization, curlLine } from './curl-line'

const run = promisify(execFile)

/** What a real shell makes of a line: the words that curl is given. */
async function wordsOf(line: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-shell-'))
  try {
    const script = `curl() { printf '%s\\0' "$@"; }\n${line}\n`
    const { stdout } = await run('/bin/sh', ['-c', script], { cwd: folder })
    // Whatever breaks out leaves a file behind, or ends the script with an error.
    expect(await readdir(folder)).toEqual([])
    return stdout.split('\0').slice(0, -1)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const url = 'https://network.ruuvi.com/user'
const line = (address: string, token: string) => {
  const made = curlLine(address, token, 'posix')
  if (!made.ok) throw new Error(made.failure.code)
  return made.value
}

it('is a line that a person can read', () => {
  expect(line(url, '753133/abc')).toBe(
    "curl --globoff --header 'Authorization: Bearer 753133/abc' --url 'https://network.ruuvi.com/user'",
  )
})

it.skipIf(process.platform === 'win32').each([
  ["'; touch broken; '", 'unsafe'],
  ["it's", 'safe'],
  ["';touch${IFS}broken;'", 'safe'],
  ['$(touch${IFS}broken)', 'safe'],
  ['`touch${IFS}broken`', 'safe'],
  ['"$HOME"', 'safe'],
  ["\\';touch${IFS}broken;#", 'safe'],
  ['a\\', 'safe'],
  ['!!', 'safe'],
  ['first\nsecond', 'unsafe'],
  ['first\r\nX-Other: header', 'unsafe'],
  ['end of paste \u001b[201~', 'unsafe'],
  ['\u0003', 'unsafe'],
  ['café', 'unsafe'],
  ['', 'unsafe'],
])('does not let %j break out', async (hostile, kind) => {
  if (kind === 'unsafe') {
    const refused = { ok: false, failure: { code: 'unsafe-to-copy' } }
    expect(curlLine(url, hostile, 'posix')).toEqual(refused)
    expect(curlLine(`https://a.example/${hostile || ' '}`, 't', 'posix')).toEqual(refused)
    expect(authorization(hostile)).toEqual(refused)
    return
  }
  const address = `https://a.example/${hostile}/user`
  expect(await wordsOf(line(address, hostile))).toEqual([
    ...['--globoff', '--header', `Authorization: Bearer ${hostile}`],
    ...['--url', address],
  ])
})

const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
})

it.skipIf(process.platform === 'win32')('gives a shell back what went in', async () => {
  await fc.assert(
    fc.asyncProperty(visible, visible, async (token, path) => {
      const words = await wordsOf(line(`https://a.example/${path}`, token))
      expect(words.slice(2)).toEqual([
        `Authorization: Bearer ${token}`,
        '--url',
        `https://a.example/${path}`,
      ])
    }),
    { numRuns: 40 },
  )
})

it('is written for PowerShell on Windows, which knows no escape within single quotes', () => {
  expect(curlLine(url, "it's $(x)".replace(' ', '-'), 'powershell')).toEqual({
    ok: true,
    value: `curl.exe --globoff --header 'Authorization: Bearer it''s-$(x)' --url '${url}'`,
  })
  expect(curlLine(url, 'a"b', 'powershell').ok).toBe(false)
})
