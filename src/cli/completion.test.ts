import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completion } from './completion'

let folder: string

/** What a service may say that an e-mail is, and a person may call an account. */
const nasty = [
  'N $(touch ran) `touch ran`',
  `N it's "quoted" \\ and ! & ; | > ran`,
  "N '; touch ran; '",
  'N *?[a-z]{b,c} ~ #',
]

/** A `latchkey` that lists two accounts, so that the shell has something to ask. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-completion-'))
  const table = ['*\truuvi\tHome sensors\thome@a.example\tready\thttps://a.example'].concat(
    '-\tipcola\tShop\tshop+one@b.example\tready\thttps://b.example',
  )
  table.push(...nasty.map((label) => `-\tipcola\t${label}\t\tready\thttps://b.example`))
  const fake = `#!/bin/sh\n[ "$1" = accounts ] && cat <<'END'\n${table.join('\n')}\nEND\n`
  writeFileSync(join(folder, 'latchkey'), fake)
  chmodSync(join(folder, 'latchkey'), 0o755)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(shell: string, script: string): { out: string; err: string; code: number | null } {
  const env = { ...process.env, PATH: [folder, process.env['PATH']].join(delimiter) }
  const args = shell === 'bash' ? ['--norc', '-c', script] : ['-c', script]
  const ran = spawnSync(shell, args, { env, encoding: 'utf8' })
  return { out: ran.stdout, err: ran.stderr, code: ran.status }
}

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0
}

describe.skipIf(!has('bash'))('in bash', () => {
  /** What bash offers for the words, the last of which the cursor stands behind. */
  function offered(...words: readonly string[]): string[] {
    const list = ['latchkey', ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`)
    const { out, err } = run(
      'bash',
      `${completion('bash')}
      COMP_WORDS=(${list.join(' ')}); COMP_CWORD=${words.length}
      _latchkey
      printf '%s\\n' "\${COMPREPLY[@]}"`,
    )
    expect(err).toBe('')
    return out.split('\n').filter((line) => line !== '')
  }

  it('offers commands, services, shells and options', () => {
    expect(offered('')).toEqual([
      ...['token', 'accounts', 'switch', 'completion', 'help', '--help', '--version'],
    ])
    expect(offered('to')).toEqual(['token'])
    expect(offered('token', '')).toEqual(['ipcola', 'ruuvi', 'cloudreve'])
    expect(offered('token', 'ruuvi', '--')).toEqual(['--account', '--json'])
    expect(offered('accounts', '--a')).toEqual(['--all'])
    expect(offered('switch', 'x', '--service', 'i')).toEqual(['ipcola'])
    expect(offered('completion', 'z')).toEqual(['zsh'])
  })

  it('offers accounts by label and e-mail, written so that the shell reads them back', () => {
    expect(offered('token', 'ruuvi', '--account', 'H')).toEqual(['Home\\ sensors'])
    expect(offered('token', 'ruuvi', '--account', 'Home\\ se')).toEqual(['Home\\ sensors'])
    expect(offered('switch', '"Home s')).toEqual(['Home sensors'])
    expect(offered('switch', 'sh')).toEqual(['shop+one@b.example'])
  })

  it.each(['', '"', "'"])('offers names that are no more than names behind %j', (quote) => {
    const made = offered('switch', `${quote}N`)
    // In double quotes not every name can be written so that it means the same anywhere.
    if (quote !== '"') expect(made).toHaveLength(nasty.length)
    for (const word of made) {
      const read = run('bash', `cd '${folder}'; printf '%s' ${quote}${word}${quote}; ls ran`)
      expect(nasty).toContain(read.out)
    }
  })

  it('goes on behind the @ at which bash takes a word apart', () => {
    expect(offered('switch', 'home', '@')).toEqual(['a.example'])
    expect(offered('token', 'ruuvi', '-a', 'home', '@', 'a.e')).toEqual(['a.example'])
  })

  it('offers nothing and says nothing when no program runs', () => {
    expect(offered('switch', 'zzz')).toEqual([])
  })
})

describe('in other shells', () => {
  // Their parsers are not part of this project: where they are missing, bash has to do.
  it.skipIf(!has('zsh'))('zsh can read it', () => {
    const path = join(folder, 'completion.zsh')
    writeFileSync(path, completion('zsh'))
    expect(run('zsh', `zsh -n ${path}`)).toMatchObject({ code: 0, err: '' })
  })

  it.skipIf(!has('fish'))('fish can read it', () => {
    const path = join(folder, 'completion.fish')
    writeFileSync(path, completion('fish'))
    expect(run('fish', `fish --no-execute ${path}`)).toMatchObject({ code: 0, err: '' })
  })

  it('they get the same commands', () => {
    for (const shell of ['zsh', 'fish'] as const) {
      for (const word of ['token', 'accounts', 'switch', 'completion', 'cloudreve']) {
        expect(completion(shell)).toContain(word)
      }
    }
  })
})
