import { describe, expect, it } from 'vitest'
import { nameAsker, nameOf, type ProcessFacts } from './asker'

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
      parent: pid + 1,
    })
  }
}

const isFile = (path: string) => Promise.resolve(path.startsWith('/a/'))
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

  it('is the shell when somebody types, or what it was given is no file', async () => {
    expect(await named(['/usr/bin/zsh', '-l'])).toBe('/usr/bin/zsh')
    expect(await named(['/usr/bin/bash', '-c', 'latchkey token ruuvi'])).toBe('/usr/bin/bash -c')
    expect(await named(['/usr/bin/node', '-e', 'run()'])).toBe('/usr/bin/node -e')
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
    expect(await nameAsker('linux', 2 ** 30)).toBe('unknown program')
  })

  it.skipIf(process.platform === 'win32')('is found on this system', async () => {
    expect(await nameAsker(process.platform, process.pid)).toMatch(/node|vitest/)
  })
})
