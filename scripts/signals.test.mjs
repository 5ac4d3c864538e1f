import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inProject } from './project.mjs'

/** A command of one child that waits for ever; it prints the child's pid. */
const command = `
  import { runCommand } from ${JSON.stringify(pathToFileURL(inProject('scripts', 'command.mjs')).href)}
  await runCommand(async (children) => {
    const wait = 'console.log(process.pid); setInterval(() => {}, 1000)'
    return (await children.run(process.execPath, ['-e', wait])).code
  })
`
const commandLine = [process.execPath, '--input-type=module', '--eval', command]

/**
 * @param {readonly string[]} line
 * @param {NodeJS.ProcessEnv} env
 */
async function start([program = '', ...args], env = process.env) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
  const pid = await new Promise((resolve) =>
    child.stdout.once('data', (data) => resolve(Number(data))),
  )
  const exit = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, pid, exit }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe.skipIf(process.platform === 'win32')('a command that is told to end', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('by %s ends its children and gives %d', async (signal, code) => {
    const { child, pid, exit } = await start(commandLine)
    child.kill(signal)
    expect(await exit).toBe(code)
    expect(isAlive(pid)).toBe(false)
  })

  it('by the death of the shell between npm and it ends its children', async () => {
    // `true` keeps the shell from putting the command in its own place.
    const shell = ['/bin/sh', '-c', '"$0" "$@"; true', ...commandLine]
    const { child, pid } = await start(shell, { ...process.env, npm_lifecycle_event: 'start' })
    child.kill('SIGTERM')
    await expect.poll(() => isAlive(pid), { timeout: 10_000, interval: 50 }).toBe(false)
  })
})
