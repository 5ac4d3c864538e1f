/** How apps start, meet, and end, and what is left of them: nothing. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRunning } from './chromium'
import { bundleHost, fixtureApp, Launches } from './harness'
import { ended } from './launch'

let hostFile: string
let launches: Launches

beforeAll(async () => {
  hostFile = await bundleHost('lifecycle')
  launches = new Launches(hostFile)
}, 60_000)

afterAll(async () => {
  await launches.end()
})

const profilesOf = (pid: number): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`latchkey-chromium-${pid}-`))

describe('an app that quits', () => {
  test('asks in Electron’s order and leaves no process and no file behind', async () => {
    const app = await launches.start()
    await app.waitForWindow()
    const childPid = Number(await app.seam('keepChild'))
    const { pid, chromiumPid } = app
    expect(isRunning(chromiumPid) && isRunning(childPid)).toBe(true)
    expect(profilesOf(pid)).toHaveLength(1)
    expect(await app.close()).toBe(0)
    expect(app.stdout.trim().split('\n')).toEqual(['before-quit', 'will-quit'])
    await Promise.all([ended(chromiumPid), ended(childPid)])
    expect(profilesOf(pid)).toEqual([])
  })

  test('by itself ends with its own code', async () => {
    const app = await launches.start()
    await app.seam('exit', 3)
    expect(await app.exited).toBe(3)
    await ended(app.chromiumPid)
  })

  test('may stay when its last window is only hidden', async () => {
    const app = await launches.start()
    await app.waitForWindow()
    // The app shows its window when there is something to see, which may come after its page.
    await expect.poll(() => app.seam('windows')).toMatchObject([{ visible: true }])
    await app.seam('preventClose')
    await app.seam('close')
    expect(await app.seam('windows')).toMatchObject([{ visible: false }])
    await app.seam('exit', 0)
    expect(await app.exited).toBe(0)
  })
})

describe('a host that is killed', () => {
  test('takes Chromium and the utility processes with it', async () => {
    const app = await launches.start()
    await app.waitForWindow()
    const childPid = Number(await app.seam('keepChild'))
    const { chromiumPid } = app
    app.process.kill('SIGKILL')
    await app.exited
    await Promise.all([ended(chromiumPid), ended(childPid)])
  })

  test('ends the app when Chromium is killed instead', async () => {
    const app = await launches.start()
    process.kill(app.chromiumPid, 'SIGKILL')
    expect(await app.exited).toBe(1)
    expect(app.stderr).toContain('Chromium has ended by itself')
  })
})

describe('a second instance', () => {
  test('is told so, and the first one hears of it', async () => {
    const home = launches.folder()
    const first = await launches.start({ env: { HOME: home } })
    const second = launches.start({ env: { HOME: home }, args: ['--token', 'x'] })
    await expect(second).rejects.toThrow('ended with code 7')
    expect(await first.seam('seen')).toMatchObject({
      secondInstance: [
        { argv: [process.execPath, fixtureApp, '--token', 'x'], data: { from: 'second' } },
      ],
    })
    expect(await first.close()).toBe(0)
  })

  test('is the first again when the one before has gone, even by force', async () => {
    const home = launches.folder()
    const killed = await launches.start({ env: { HOME: home } })
    await killed.kill()
    const next = await launches.start({ env: { HOME: home } })
    expect(await next.close()).toBe(0)
  })

  test('with data of its own is none', async () => {
    const home = launches.folder()
    const [one, two] = await Promise.all([
      launches.start({ env: { HOME: home } }),
      launches.start({ env: { HOME: home }, args: [`--user-data-dir=${join(home, 'other')}`] }),
    ])
    expect([await one.close(), await two.close()]).toEqual([0, 0])
    expect(existsSync(join(home, 'other'))).toBe(true)
  })
})

describe('an app that is broken', () => {
  test('ends with what it threw, and Chromium with it', async () => {
    const appDir = launches.folder()
    writeFileSync(
      join(appDir, 'package.json'),
      '{ "name": "broken", "version": "0.0.0", "main": "main.cjs" }',
    )
    writeFileSync(join(appDir, 'main.cjs'), 'throw new Error("broken at the start")')
    await expect(launches.start({ appDir })).rejects.toThrow('broken at the start')
  })

  test('without Chromium is told what to do', async () => {
    const env = { LATCHKEY_CHROMIUM: '/nowhere/chromium' }
    await expect(launches.start({ env })).rejects.toThrow(
      'LATCHKEY_CHROMIUM names /nowhere/chromium',
    )
  })

  test('says how it is started', async () => {
    const child = fork(hostFile, [], { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(2)
  })
})

test('the data folder is where Electron has it, and can be moved', async () => {
  const home = launches.folder()
  mkdirSync(join(home, 'config'), { recursive: true })
  const app = await launches.start({ env: { HOME: home } })
  expect(existsSync(join(home, 'config', 'chromium-host-fixture'))).toBe(true)
  expect(await app.close()).toBe(0)
})
