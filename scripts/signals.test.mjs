import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { inProject } from './project.mjs'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

/** A command of two children, of which the first prints its pid and waits for ever. */
const command = `
  import { runCommand } from ${JSON.stringify(pathToFileURL(inProject('scripts', 'command.mjs')).href)}
  await runCommand(async (children) => {
    const wait = 'console.log(process.pid); setInterval(() => {}, 1000)'
    await children.run(process.execPath, ['-e', wait])
    console.log('went on')
    return (await children.run(process.execPath, ['-e', ''])).code
  })
`
const commandLine = [process.execPath, '--input-type=module', '--eval', command]

/**
 * @param {readonly string[]} line
 * @param {NodeJS.ProcessEnv} env
 */
async function start([program = '', ...args], env = process.env) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  const pid = await new Promise((resolve) =>
    child.stdout.once('data', (data) => resolve(Number(data))),
  )
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (words += data))
  const end = new Promise((resolve) => child.once('close', (code) => resolve({ code, words })))
  return { child, pid, end }
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
  ])('by %s ends its children, starts no other, and gives %d', async (signal, code) => {
    const { child, pid, end } = await start(commandLine)
    child.kill(signal)
    expect(await end).toEqual({ code, words: '' })
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
