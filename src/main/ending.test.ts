import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FakeKeychain } from '../../test/fakes/keychain'
import { logIn, must, rig, type Rig } from '../../test/fakes/program'
import { endInTurn } from './ending'
import { createLog } from './log'

const broken = (): never => {
  throw new Error('broken')
}

it('takes every step in its turn, and tells of those that throw', async () => {
  const done: string[] = []
  const lines: string[] = []
  const steps = [
    broken,
    () => void done.push('one'),
    () => Promise.reject(new Error('lost')),
    () => Promise.resolve(done.push('two')),
  ]
  await endInTurn(
    steps,
    createLog((line) => lines.push(line)),
  )
  expect(done).toEqual(['one', 'two'])
  expect(lines).toEqual([
    expect.stringContaining('quit ending threw Error: broken'),
    expect.stringContaining('quit ending threw Error: lost'),
  ])
})

describe('a program that ends while a token is being kept', () => {
  const troubles: [string, (it: Rig) => unknown][] = [
    ['nothing is in the way', () => undefined],
    [
      'the address of its socket cannot be taken away',
      async ({ folder }) => {
        await rm(join(folder, 'run', 'address'))
        await mkdir(join(folder, 'run', 'address', 'in the way'), { recursive: true })
      },
    ],
    ['the keychain’s question cannot be left', ({ keychain }) => (keychain.stopAsking = broken)],
    ['other work ends in a bug', ({ program }) => (program.runner.idle = broken)],
  ]

  it.each(troubles)(
    'waits for it and closes the keychain after it, though %s',
    async (_, spoil) => {
      const keychain = new WatchedKeychain()
      const running = await rig({ keychain })
      must(await running.program.scripts.listen())
      const held = keychain.hold('session')
      const kept = logIn(running, 'home@made-up.example')
      await held.begun
      await spoil(running)
      const closing = running.program.close()
      held.goOn()
      await Promise.all([closing, kept])
      expect(keychain.done).toEqual(['kept session', 'closed'])
    },
  )
})

/** Says in which order it was written to and closed. */
class WatchedKeychain extends FakeKeychain {
  readonly done: string[] = []

  override async set(...[ref, secret]: Parameters<FakeKeychain['set']>) {
    const set = await super.set(ref, secret)
    this.done.push(`kept ${ref.kind}`)
    return set
  }

  override close(): Promise<void> {
    this.done.push('closed')
    return super.close()
  }
}
