import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must, rig, settled, type Rig } from '../../../test/fakes/program'
import { copyWhileOpen, openLocking, whenFirstOpen } from './locking'

const passphrase = 'hovgarden at dusk'

describe('what goes along with the lock', () => {
  let running: Rig
  let done: string[]
  let written: ReturnType<typeof settled<undefined>>
  const secrets = {
    copy: async (secret: string) => {
      await written.promise
      done.push(`copied ${secret}`)
      return 30_000
    },
    clearOrTell: () => {
      done.push('cleared')
      return Promise.resolve()
    },
  }

  beforeEach(async () => {
    running = await rig()
    done = []
    written = settled()
    must(await running.program.lock.turnOn(passphrase))
    await running.program.idle()
  })
  afterEach(() => running.program.close())

  const lock = () => running.program.lock.lock()
  const copy = (secret: string) =>
    copyWhileOpen(
      secrets,
      () => running.program.lock.isLocked,
      () => 1,
    )(secret)

  it('clears the clipboard before the windows go', () => {
    const power = Object.assign(new EventEmitter(), { getSystemIdleTime: () => 0 })
    const { screen } = openLocking({
      ...{ program: running.program, secrets, power, now: Date.now },
      windows: {
        anyShown: true,
        inSight: true,
        isShown: () => true,
        open: (kind) => done.push(kind),
        openUnlock: () => undefined,
        clear: () => {
          done.push('windows gone')
          return undefined
        },
      },
    })
    lock()
    screen.open('settings')
    expect(done).toEqual(['cleared', 'windows gone', 'unlock'])
  })

  it('copies a secret while open, and tells until when it is there', async () => {
    written.settle(undefined)
    expect(await copy('token')).toBe(30_000)
    expect(done).toEqual(['copied token'])
  })

  it('copies none that arrives after the lock, and says that it is not there any more', async () => {
    lock()
    expect(await copy('token')).toBe(1)
    expect(done).toEqual([])
  })

  it('clears one that was on its way to the clipboard', async () => {
    const copying = copy('token')
    lock()
    written.settle(undefined)
    expect(await copying).toBe(1)
    expect(done).toEqual(['copied token', 'cleared'])
  })

  it('waits with what has to wait for the passphrase, and does it once', async () => {
    whenFirstOpen(running.program.lock, () => done.push('at once'))
    lock()
    whenFirstOpen(running.program.lock, () => done.push('after it'))
    expect(done).toEqual(['at once'])
    for (let times = 0; times < 2; times += 1) {
      must(await running.program.lock.unlock(passphrase))
      lock()
    }
    expect(done).toEqual(['at once', 'after it'])
  })
})
