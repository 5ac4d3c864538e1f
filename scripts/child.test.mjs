import { afterEach, describe, expect, it, vi } from 'vitest'
import { Children } from './child.mjs'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

const node = process.execPath
/** @type {Children[]} */
const made = []
const children = () => {
  const one = new Children()
  made.push(one)
  return one
}
afterEach(() => Promise.all(made.splice(0).map((one) => one.stopAll())))

/** A parent that prints the pid of a child that ignores every polite request, and waits for ever. */
const family = `
  const { spawn } = require('node:child_process')
  const stubborn = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log(process.pid)'
  const child = spawn(process.execPath, ['-e', stubborn])
  child.stdout.pipe(process.stdout)
  setInterval(() => {}, 1000)
`

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function gone(pid) {
  await expect.poll(() => isAlive(pid), { timeout: 10_000, interval: 20 }).toBe(false)
}

/** @returns {Promise<number>} the pid of the grandchild, once it is deaf to requests */
function startFamily(owner) {
  const parent = owner.start(node, ['-e', family], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve) => parent.stdout.once('data', (data) => resolve(Number(data))))
}

describe('running a child', () => {
  it('gives its exit code and, when asked to, its words', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
    const outcome = await children().run(node, ['-e', script], { output: 'keep' })
    expect(outcome).toMatchObject({ code: 3, timedOut: false })
    expect(outcome.output.split('\n').sort()).toEqual(['', 'err', 'out'])
  })

  it('tells of a program that is not there', async () => {
    const outcome = await children().run('no-such-program', [], { output: 'keep' })
    expect(outcome.code).toBe(127)
    expect(outcome.output).toMatch(/ENOENT/)
  })

  it('does not wait for what left its group and still holds its output', async () => {
    const script = `
      const wait = 'setTimeout(() => {}, 60_000)'
      const options = { detached: true, stdio: 'inherit' }
      const child = require('node:child_process').spawn(process.execPath, ['-e', wait], options)
      child.unref()
      console.log(child.pid)
    `
    const outcome = await children().run(node, ['-e', script], { output: 'keep' })
    process.kill(Number(outcome.output))
    expect(outcome.code).toBe(0)
  })

  it('stops it at its time limit', async () => {
    const outcome = await children().run(node, ['-e', 'setInterval(() => {}, 1000)'], {
      output: 'keep',
      timeLimit: 300,
    })
    expect(outcome).toMatchObject({ code: 143, timedOut: true })
  })
})

describe.skipIf(process.platform === 'win32')('what a child started', () => {
  it('ends with it when all is stopped, however stubborn it is', async () => {
    const owner = children()
    const grandchild = await startFamily(owner)
    await owner.stopAll()
    await gone(grandchild)
  })

  it('ends when this process does', async () => {
    const owner = children()
    const grandchild = await startFamily(owner)
    owner.killAll()
    await gone(grandchild)
  })
})

it('starts nothing once it is stopping', async () => {
  const owner = children()
  await owner.stopAll()
  expect(() => owner.start(node, ['-e', ''], {})).toThrow(/ending/)
})
