import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SecretService } from '../../../src/main/keychain/secret-service'
import { SessionBus } from '../../../src/main/session-bus/session-bus'
import { onlyCollection, startMadeUpSecrets, type MadeUpSecrets } from './made-up-secrets'
import { busAddress, TestBus } from './test-bus'

const limit = 10_000

describe.runIf(process.platform === 'linux')('a look at where new secrets go', () => {
  let folder: string
  let bus: TestBus
  let secrets: MadeUpSecrets
  let connection: SessionBus | undefined

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'look-'))
    bus = await TestBus.start({ folder, env: { PATH: process.env['PATH'] }, services: [] })
  })
  afterEach(async () => {
    connection?.close()
    await secrets.close()
    await bus.close()
    await rm(folder, { recursive: true, force: true })
  })

  const look = async (make: { readonly locked: boolean; readonly aliases: boolean }) => {
    secrets = await startMadeUpSecrets(busAddress(folder), make)
    connection = await SessionBus.connect([busAddress(folder)], limit)
    const service = new SecretService({
      connect: () => Promise.resolve(connection),
      answerLimit: limit,
      startLimit: limit,
      onChanged: () => undefined,
    })
    return service.look()
  }

  it('asks one thing where that is open', async () => {
    expect(await look({ locked: false, aliases: true })).toMatchObject({ collection: 'unlocked' })
    expect(secrets.asked).toEqual([
      'Get org.freedesktop.Secret.Collection Locked of /org/freedesktop/secrets/aliases/default',
    ])
  })

  it.each([true, false])('finds what is to be unlocked; aliases served: %s', async (aliases) => {
    expect(await look({ locked: true, aliases })).toMatchObject({
      collection: 'locked',
      lockedPaths: [onlyCollection],
    })
  })

  it('finds it open where a service serves no path for the alias', async () => {
    expect(await look({ locked: false, aliases: false })).toMatchObject({
      collection: 'unlocked',
      lockedPaths: [],
    })
  })
})
