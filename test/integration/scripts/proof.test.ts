/** Who serves an address, and who comes to it, has to prove that they have read the secret beside it. */
import { once } from 'node:events'
import { chmodSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../../../src/cli/ask'
import { isPath } from '../../../src/main/scripts/place'
import type { ScriptAnswer } from '../../../src/main/scripts/protocol'
import { SocketServer } from '../../../src/main/scripts/server'
import { must, settled } from '../../fakes/program'
import { say } from './command'
import {
  announcedIn,
  asking,
  exchange,
  freshNonce,
  greeted,
  proofOf,
  proved,
  type Announced,
} from './peer'

const words = { busy: 'busy', unclear: 'unclear' }
const unclear = { answer: 'no', why: 'failed', message: 'unclear' }
const nothing: ScriptAnswer = { answer: 'accounts', accounts: [] }
const request = { ask: 'accounts', program: 'a test' } as const
const stranger: ScriptAnswer = {
  ...{ answer: 'token', token: 'a-token-of-a-stranger', account: 'x', service: 'y', server: 'z' },
  expiresAt: null,
}

let profile: string
let real: SocketServer
let served: number
let fake: Server | undefined

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'latchkey-proof-'))
  served = 0
  real = await program()
})

afterEach(async () => {
  await real.close()
  await new Promise((resolve) => (fake ? fake.close(resolve) : resolve(undefined)))
  fake = undefined
  rmSync(profile, { recursive: true, force: true })
})

async function program(): Promise<SocketServer> {
  const server = new SocketServer({
    profile,
    words: () => words,
    serve: () => {
      served += 1
      return Promise.resolve(nothing)
    },
  })
  must(await server.listen())
  return server
}

const addressFile = () => join(profile, 'run', 'address')

/** Ends the program as a crash does: what it has announced stays. */
async function crash(): Promise<Announced> {
  const said = readFileSync(addressFile())
  const announced = announcedIn(profile)
  await real.close()
  writeFileSync(addressFile(), said, { mode: 0o600 })
  return announced
}

/** Serves the address that the program has left, and gives all that it hears. */
async function serve(
  address: string,
  talk: (line: string, socket: Socket) => void,
): Promise<string[]> {
  const heard: string[] = []
  fake = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n').slice(0, -1)) {
        heard.push(line)
        talk(line, socket)
      }
    })
  })
  fake.listen(address)
  await once(fake, 'listening')
  if (isPath(address)) chmodSync(address, 0o600)
  return heard
}

const line = (message: unknown): string => `${JSON.stringify(message)}\n`
const nonceIn = (text: string): string => (JSON.parse(text) as { nonce: string }).nonce

describe('a stranger at the address of a program that crashed', () => {
  it('is not believed, and hears no question', async () => {
    const { address } = await crash()
    const nonce = freshNonce()
    const heard = await serve(address, (said, socket) => {
      const proof = proofOf('program', freshNonce(), nonceIn(said), nonce)
      socket.write(line({ v: 2, nonce, proof }) + line(stranger))
    })
    const told = await say(profile, 'token', 'ruuvi')
    expect(told).toMatchObject({ code: 5, out: '' })
    expect(told.err).toMatch(/not your Latchkey/)
    expect(heard).toEqual([line({ v: 2, nonce: nonceIn(heard[0] ?? '') }).trim()])
  })

  it('is not believed when it greets in no way at all', async () => {
    const { address } = await crash()
    await serve(address, (_, socket) => socket.write(line(stranger)))
    expect(await say(profile, 'token', 'ruuvi')).toMatchObject({ code: 1, out: '' })
  })

  it('cannot use what the program once said, nor hand a proof back', async () => {
    const { secret } = announcedIn(profile)
    const { shown } = await greeted(announcedIn(profile))
    const { address } = await crash()
    let replies = [
      () => shown,
      // What the command itself would prove here, if it could be made to first.
      (nonce: string) => ({ ...shown, proof: proofOf('command', secret, nonce, shown.nonce) }),
    ]
    await serve(address, (said, socket) => {
      const [reply, ...rest] = replies
      replies = rest
      socket.write(line(reply?.(nonceIn(said))) + line(stranger))
    })
    while (replies.length > 0) expect(await ask(profile, request)).toEqual({ kind: 'unproven' })
  })

  it('that says nothing holds no script up for longer than a greeting takes', async () => {
    const { address } = await crash()
    await serve(address, () => undefined)
    expect(await ask(profile, request, { greetingMs: 50, answerMs: 50 })).toEqual({
      kind: 'no-answer',
    })
  })

  it('would be believed with the secret, which is all that it lacks', async () => {
    const { address, secret } = await crash()
    const program = freshNonce()
    await serve(address, (said, socket) => {
      const { nonce } = JSON.parse(said) as { nonce?: string }
      if (nonce === undefined) socket.end(line(stranger))
      else {
        const proof = proofOf('program', secret, nonce, program)
        socket.write(line({ v: 2, nonce: program, proof }))
      }
    })
    expect(await ask(profile, request)).toEqual({ kind: 'answered', answer: stranger })
  })
})

describe('whoever comes to the program', () => {
  it('gets an answer with the secret that stands in this user’s own file, and asks once', async () => {
    const place = announcedIn(profile)
    expect(await ask(profile, request)).toEqual({ kind: 'answered', answer: nothing })
    const twice = await proved(place, (proof) => [asking(proof, request), asking(proof, request)])
    expect(twice).toBe(line(nothing))
    expect(served).toBe(2)
    expect(place.address).not.toContain(place.secret)
    if (process.platform !== 'win32') expect(lstatSync(addressFile()).mode & 0o777).toBe(0o600)
  })

  it('gets nothing without it, whatever they have heard', async () => {
    const place = announcedIn(profile)
    const { socket, proof: another } = await greeted(place)
    const secret = freshNonce()
    const nonce = freshNonce()
    const { shown } = await greeted(place)
    for (const proof of [
      freshNonce(),
      another,
      shown.proof,
      proofOf('command', secret, nonce, shown.nonce),
      proofOf('command', '', nonce, shown.nonce),
    ]) {
      expect(JSON.parse(await proved(place, () => [asking(proof, request)]))).toEqual(unclear)
    }
    const unproved = [line({ request }), line({ proof: 'a', request }), line(request)]
    for (const said of unproved) {
      expect(JSON.parse(await proved(place, () => [said]))).toEqual(unclear)
    }
    expect(JSON.parse(await exchange(place.address, ...unproved))).toEqual(unclear)
    expect(served).toBe(0)
    // The proof was good where it belongs.
    const answered = settled<string>()
    socket.on('data', (text: string) => answered.settle(text))
    socket.write(asking(another, request))
    expect(await answered.promise).toBe(line(nothing))
  })

  it('needs the secret of this program: that of the one before is worth nothing', async () => {
    const before = announcedIn(profile)
    await real.close()
    real = await program()
    const { address, secret } = announcedIn(profile)
    expect(secret).not.toBe(before.secret)
    await expect(greeted({ address, secret: before.secret })).rejects.toThrow('Not proved')
  })
})

describe('another version', () => {
  it.each([
    ['an older one', (address: string) => `${address}\n`],
    ['a newer one', (address: string) => line({ v: 3, address, secret: freshNonce() })],
  ])('of the program is told from none, and hears nothing: %s', async (_, said) => {
    const { address } = await crash()
    writeFileSync(addressFile(), said(address))
    const heard = await serve(address, () => undefined)
    const told = await say(profile, 'accounts')
    expect(told).toMatchObject({ code: 1, out: '' })
    expect(told.err).toMatch(/not this version/)
    await new Promise((resolve) => fake?.close(resolve))
    expect(heard).toEqual([])
  })

  it('that says nowhere where it is, is taken to run', async () => {
    writeFileSync(addressFile(), line({ v: 3 }))
    expect(await ask(profile, request)).toEqual({ kind: 'not-understood' })
  })

  it('of the command is asked whether it is one', async () => {
    const { address } = announcedIn(profile)
    const older = line({ ask: 'accounts', v: 1, program: 'a test' })
    expect(JSON.parse(await exchange(address, older))).toEqual(unclear)
  })
})
