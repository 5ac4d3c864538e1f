import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unknownProgram } from '../shared/unknown-program'
import { linuxProcess, nameAsker, nameOf, type ProcessFacts } from './asker'

type Line = readonly [program: string, ...words: string[]]

/** Processes by their id, each the child of the next. */
function chain(...processes: readonly Line[]) {
  return (pid: number): Promise<ProcessFacts | undefined> => {
    const [program, ...words] = processes[pid] ?? []
    if (program === undefined) return Promise.resolve(undefined)
    const name = program.split('/').at(-1) ?? ''
    return Promise.resolve({
      program,
      words: [name, ...words],
      folder: '/home/anna',
      opened: [],
      parent: pid + 1,
    })
  }
}

const files = /^\/a\/|^\/home\/\w+\/\w+\.sh$/
const isFile = (path: string) => Promise.resolve(files.test(path))
const named = (...processes: readonly Line[]) => nameOf(0, chain(...processes), isFile)

describe('a program that asks', () => {
  it('is named by its file', async () => {
    expect(await named(['/usr/bin/make', 'deploy'])).toBe('/usr/bin/make')
  })

  it('is named by its script when an interpreter runs it', async () => {
    expect(await named(['/usr/bin/bash', './deploy.sh', 'now'])).toBe('/home/anna/deploy.sh (bash)')
    expect(await named(['/usr/bin/python3.11', '-u', '/a/b.py'])).toBe('/a/b.py (python3.11)')
    expect(await named(['/usr/bin/dash', '-e', 'x.sh'])).toBe('/home/anna/x.sh (dash)')
  })

  const behindValues: readonly Line[] = [
    ['/usr/bin/bash', '-eo', 'pipefail', 'deploy.sh'],
    ['/usr/bin/bash', '-o', 'pipefail', '-O', 'globstar', '+e', './deploy.sh', '-o', 'x'],
    ['/usr/bin/bash', '+O', 'globstar', '--', 'deploy.sh'],
    ['/usr/bin/bash', '--rcfile', '/a/rc', '--init-file', '/a/init', 'deploy.sh'],
  ]
  it.each(behindValues.map((line) => ({ line })))(
    'is named by its script, and not by what belongs to an option: $line',
    async ({ line }) => {
      expect(await named(line)).toBe('/home/anna/deploy.sh (bash)')
    },
  )

  it('is the shell when somebody types, or what it was given is no file', async () => {
    expect(await named(['/usr/bin/zsh', '-l'])).toBe('/usr/bin/zsh')
    expect(await named(['/usr/bin/bash', '-c', 'latchkey token ruuvi'])).toBe('/usr/bin/bash -c')
    expect(await named(['/usr/bin/node', '-e', 'run()'])).toBe('/usr/bin/node -e')
    expect(await named(['/usr/bin/bash', 'pipefail'])).toBe('/usr/bin/bash')
  })

  const given: readonly Line[] = [
    ['/usr/bin/perl', '-ne', 'print "hunter2"'],
    ['/usr/bin/node', '--eval', 'login("hunter2")'],
    ['/usr/bin/node', '-p', '"hunter2"'],
    ['/usr/bin/python3', '-', 'hunter2'],
    ['/usr/bin/python3', '-m', 'hunter2'],
    ['/usr/bin/php', '-r', 'echo "hunter2";'],
    ['/usr/bin/bash', '-s', 'hunter2'],
    ['/usr/bin/bash', '-ec', 'x', 'hunter2'],
    ['/usr/bin/bash', '-ce', 'hunter2'],
    ['/usr/bin/fish', '-C', 'hunter2', './x.sh'],
    ['/usr/bin/make', 'PASSWORD=hunter2'],
  ]
  it.each(given.map((line) => ({ line })))(
    'does not tell what it was given: $line',
    async ({ line }) => {
      expect(await named(line)).not.toContain('hunter2')
    },
  )

  it('is not npm, when npm only passes the command on', async () => {
    const npm = ['/usr/bin/node', '/usr/lib/npm/bin/npm-cli.js', 'run', 'latchkey'] as const
    const line = ['/usr/bin/dash', '-c', 'node scripts/latchkey.mjs token ruuvi'] as const
    const script = ['/usr/bin/bash', '/home/a/deploy.sh'] as const
    expect(await named([...line], [...npm], [...script])).toBe('/home/a/deploy.sh (bash)')
    expect(await named([...npm], [...script])).toBe('/home/a/deploy.sh (bash)')
  })

  it('is unknown when it has gone', async () => {
    expect(await named()).toBeUndefined()
    expect(await nameAsker('linux', 2 ** 30)).toBe(unknownProgram)
  })

  it.skipIf(process.platform !== 'linux').each([
    { shell: 'sh', options: [] },
    { shell: 'bash', options: ['-eo', 'pipefail'] },
  ])(
    'is named by its script also when that went to another folder: $shell $options',
    async ({ shell, options }) => {
      const folder = await realpath(await mkdtemp(join(tmpdir(), 'latchkey-asker-')))
      await writeFile(join(folder, 'deploy.sh'), 'cd /; echo there; read -r end\n')
      const words = [...options, './deploy.sh']
      const child = spawn(shell, words, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
      try {
        await once(child.stdout, 'data')
        const name = await nameOf(child.pid ?? 0, linuxProcess)
        expect(name).toMatch(`${folder}/deploy.sh (`)
      } finally {
        const closed = once(child, 'close')
        child.stdin.end()
        await closed
        await rm(folder, { recursive: true })
      }
    },
  )

  it.skipIf(process.platform === 'win32')('is found on this system', async () => {
    expect(await nameAsker(process.platform, process.pid)).toMatch(/node|vitest/)
  })
})
