/** A further start of the program, where only the socket of commands knows of the one that runs. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { handOver } from '../../../src/cli/hand-over'
import { announcePlace, preparePlace } from '../../../src/main/scripts/place'
import { freshOctets } from '../../../src/main/scripts/proof'
import type { ScriptAnswer, ScriptRequest } from '../../../src/main/scripts/protocol'
import { SocketServer } from '../../../src/main/scripts/server'
import { must } from '../../fakes/program'

const words = { busy: 'busy', unclear: 'unclear' }

let profile: string
const closing: (() => unknown)[] = []

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'latchkey-again-'))
})

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  rmSync(profile, { recursive: true, force: true })
})

/** A program that answers as given; gives what it is asked. */
async function program(answer: ScriptAnswer): Promise<readonly ScriptRequest[]> {
  const asked: ScriptRequest[] = []
  const server = new SocketServer({
    profile,
    words: () => words,
    serve: (request) => {
      asked.push(request)
      return Promise.resolve(answer)
    },
  })
  closing.push(() => server.close())
  must(await server.listen())
  return asked
}

/** Puts a socket and what tells of it where a program has them. */
function announced(): string {
  const place = preparePlace({ profile })
  if (place.kind !== 'at') throw new Error('The folder is not this user’s alone.')
  announcePlace(profile, place.address, freshOctets())
  return place.address
}

/** Somebody who can be reached there, and does with each connection what is given. */
async function somebody(at: string, server: Server): Promise<void> {
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  await new Promise<void>((resolve) => server.listen(at, resolve))
  spawnSync('chmod', ['600', at])
}

describe.skipIf(process.platform === 'win32')('a further start', () => {
  it('hands over its words to the program that runs', async () => {
    const asked = await program({ answer: 'started' })
    expect(await handOver(profile, ['--quick-login'])).toBe('taken')
    expect(asked).toEqual([{ ask: 'start', words: ['--quick-login'] }])
  })

  it('finds nobody where nothing says that somebody is there', async () => {
    expect(await handOver(profile, [])).toBe('nobody')
  })

  it.each([
    ['nothing', ''],
    ['no address', '{"v":2}'],
    ['nonsense', 'nobody knows'],
    ['a pipe, which may be anybody’s', String.raw`{"v":2,"address":"\\\\.\\pipe\\latchkey-1"}`],
  ])('finds nobody where the file that should tell says %s', async (_, text) => {
    mkdirSync(join(profile, 'run'), { mode: 0o700 })
    writeFileSync(join(profile, 'run', 'address'), text, { mode: 0o600 })
    expect(await handOver(profile, [])).toBe('nobody')
  })

  it('finds nobody where a program was killed, with its socket or without', async () => {
    const address = announced()
    expect(await handOver(profile, [])).toBe('nobody')
    const listen = `require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`
    spawnSync(process.execPath, ['-e', listen, address])
    spawnSync('chmod', ['600', address])
    expect(existsSync(address)).toBe(true)
    expect(await handOver(profile, [])).toBe('nobody')
  })

  it('takes who does not answer in time for somebody', async () => {
    await somebody(
      announced(),
      createServer((socket) => socket.resume()),
    )
    expect(await handOver(profile, [], { greetingMs: 50, answerMs: 50 })).toBe('deaf')
  })

  it('takes who leaves it without an answer, as a program does that ends, for somebody', async () => {
    await somebody(
      announced(),
      createServer((socket) => socket.destroy()),
    )
    expect(await handOver(profile, [])).toBe('deaf')
  })

  it('takes a program of another version for somebody', async () => {
    const address = announced()
    writeFileSync(join(profile, 'run', 'address'), `${address}\n`)
    await somebody(address, createServer())
    expect(await handOver(profile, [])).toBe('deaf')
  })

  it('takes a program that knows of no further starts for somebody', async () => {
    await program({ answer: 'no', why: 'failed', message: words.unclear })
    expect(await handOver(profile, [])).toBe('deaf')
  })
})
