import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, open, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { unknownProgram } from '../shared/unknown-program'
import { linuxProcess, nameAsker, nameOf, type ProcessFacts } from './asker'

type Line = readonly [program: string, ...words: string[]]

/** What each process has open that is not its script. */
const opened = ['/home/otto/build.sh']

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
      opened: () => Promise.resolve(opened),
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
    expect(await named(['/usr/bin/bash', '/a/build.sh'])).toBe('/a/build.sh (bash)')
  })

  const behindValues: readonly Line[] = [
    ['/usr/bin/bash', '-eo', 'pipefail', 'deploy.sh'],
    ['/usr/bin/bash', '-o', 'pipefail', '-O', 'globstar', '+e', './deploy.sh', '-o', 'x'],
    ['/usr/bin/bash', '+O', 'globstar', '--', 'deploy.sh'],
    ['/usr/bin/bash', '--rcfile', '/a/rc', '--init-file', '/a/init', 'deploy.sh'],
    ['/usr/bin/node', '--require', '/a/hook.js', '-r', '/a/b', '--import', '/a/c', 'deploy.sh'],
    ['/usr/bin/node', '--no-warnings', '--env-file', '/a/.env', '-C', '/a/d', './deploy.sh'],
    ['/usr/bin/python3', '-uW', '/a/b', '-X', '/a/c', 'deploy.sh'],
    ['/usr/bin/perl', '-w', '-I', '/a/b', 'deploy.sh'],
    ['/usr/bin/ruby', '-r', '/a/b.rb', 'deploy.sh'],
    ['/usr/bin/php', '-d', '/a/b', 'deploy.sh'],
  ]
  it.each(behindValues.map((line) => ({ line })))(
    'is named by its script, and not by what belongs to an option: $line',
    async ({ line }) => {
      expect(await named(line)).toMatch(/^\/home\/anna\/deploy\.sh \(/)
    },
  )

  it('is the shell when somebody types, or what it was given is no file', async () => {
    expect(await named(['/usr/bin/zsh', '-l'])).toBe('/usr/bin/zsh')
    expect(await named(['/usr/bin/bash', '-c', 'latchkey token ruuvi'])).toBe('/usr/bin/bash -c')
    expect(await named(['/usr/bin/node', '-e', 'run()'])).toBe('/usr/bin/node -e')
    expect(await named(['/usr/bin/bash', 'pipefail'])).toBe('/usr/bin/bash')
  })

  const inline: readonly { line: Line; name: string }[] = [
    { line: ['/usr/bin/python3', '-', '/a/b'], name: '/usr/bin/python3 -' },
    { line: ['/usr/bin/python3', '-Imtool', '/a/b'], name: '/usr/bin/python3 -Im' },
    { line: ['/usr/bin/node', '--eval=run()', '/a/b'], name: '/usr/bin/node --eval' },
    { line: ['/usr/bin/perl', '-nerun()', '/a/b'], name: '/usr/bin/perl -ne' },
    { line: ['/usr/bin/ruby', '-erun', '/a/b'], name: '/usr/bin/ruby -e' },
    { line: ['/usr/bin/fish', '-crun', '/a/b'], name: '/usr/bin/fish -c' },
  ]
  it.each(inline)('is not a file that its code is given: $line', async ({ line, name }) => {
    expect(await named(line)).toBe(name)
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
      await writeFile(join(folder, 'deploy.sh'), 'cd /; echo there; cat <&3; true\n')
      // What it is given to read may have the same name.
      await mkdir(join(folder, 'given'))
      const given = await open(join(folder, 'given', 'deploy.sh'), 'w+')
      const words = [...options, './deploy.sh']
      const stdio = [given.fd, 'pipe', 'inherit', 'pipe'] as const
      const child = spawn(shell, words, { cwd: folder, stdio: [...stdio] })
      const [, output, , end] = child.stdio
      try {
        await once(output ?? child, 'data')
        const name = await nameOf(child.pid ?? 0, linuxProcess)
        expect(name).toMatch(`${folder}/deploy.sh (`)
      } finally {
        const closed = once(child, 'close')
        if (end instanceof Writable) end.end()
        await closed
        await given.close()
        await rm(folder, { recursive: true })
      }
    },
  )

  it.skipIf(process.platform === 'win32')('is found on this system', async () => {
    expect(await nameAsker(process.platform, process.pid)).toMatch(/node|vitest/)
  })
})
