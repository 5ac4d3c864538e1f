/** The socket on real files: who may open it, what it does with nonsense, and what a crash leaves. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask } from '../../../src/cli/ask'
import { announcePlace, findPlace, preparePlace } from '../../../src/main/scripts/place'
import { requestLimit, type ScriptAnswer } from '../../../src/main/scripts/protocol'
import { SocketServer, type SocketServerOptions } from '../../../src/main/scripts/server'
import { must, settled } from '../../fakes/program'
import { asking, connected, exchange, freshNonce, greeted, proved, type Announced } from './peer'

const words = { busy: 'busy', unclear: 'unclear' }
const nothing: ScriptAnswer = { answer: 'accounts', accounts: [] }
const request = { ask: 'accounts', program: 'a test' } as const

const asRoot = process.getuid?.() === 0
const nobody = 65_534

let profile: string
const servers: SocketServer[] = []

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'latchkey-socket-'))
})

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  rmSync(profile, { recursive: true, force: true })
})

function serverOn(more: Partial<SocketServerOptions> = {}): SocketServer {
  const server = new SocketServer({
    profile,
    words: () => words,
    serve: () => Promise.resolve(nothing),
    ...more,
  })
  servers.push(server)
  return server
}

async function announced(more: Partial<SocketServerOptions> = {}): Promise<Announced> {
  must(await serverOn(more).listen())
  const place = findPlace(more.profile ?? profile)
  if (place.kind !== 'at') throw new Error(`Not found: ${place.kind}`)
  return place
}

async function listening(more: Partial<SocketServerOptions> = {}): Promise<string> {
  return (await announced(more)).address
}

/** Leaves a socket as a program does that is killed. */
function crashAt(address: string): void {
  const crashed = spawnSync(process.execPath, [
    '-e',
    `require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`,
    address,
  ])
  expect(crashed.signal).toBe('SIGKILL')
  expect(existsSync(address)).toBe(true)
}

const mode = (path: string): number => lstatSync(path).mode & 0o777

describe.skipIf(process.platform === 'win32')('a socket', () => {
  it('is this user’s alone, and so is its folder', async () => {
    const address = await listening()
    expect(mode(address)).toBe(0o600)
    expect(mode(dirname(address))).toBe(0o700)
    expect(await ask(profile, request)).toEqual({ kind: 'answered', answer: nothing })
  })

  it('leaves nothing if it is closed while it begins', async () => {
    const server = serverOn()
    const begun = server.listen()
    await server.close()
    expect(await begun).toEqual({ ok: false, failure: { code: 'cancelled' } })
    expect(findPlace(profile)).toMatchObject({ why: { kind: 'missing' } })
  })

  it('is gone with the program', async () => {
    const address = await listening()
    await servers[0]?.close()
    expect(existsSync(address)).toBe(false)
    expect(await ask(profile, request)).toEqual({ kind: 'not-running' })
  })

  it('is gone with the program, though the file that tells of it cannot be taken away', async () => {
    const address = await listening()
    rmSync(join(profile, 'run', 'address'))
    mkdirSync(join(profile, 'run', 'address'))
    await servers[0]?.close()
    expect(existsSync(address)).toBe(false)
    expect(await ask(profile, request)).not.toMatchObject({ kind: 'answered' })
  })

  it('is not there yet while the file that tells of it is empty', async () => {
    await listening()
    writeFileSync(join(profile, 'run', 'address'), '')
    expect(await ask(profile, request)).toEqual({ kind: 'not-running' })
  })

  it('is found although the path of the profile is too long for one', async () => {
    const long = join(profile, 'a'.repeat(60), 'b'.repeat(60))
    mkdirSync(long, { recursive: true })
    const address = await listening({ profile: long, shortFolder: tmpdir() })
    expect(Buffer.byteLength(address)).toBeLessThanOrEqual(103)
    expect(address.startsWith(long)).toBe(false)
    expect(mode(dirname(address))).toBe(0o700)
    expect(await ask(long, request)).toEqual({ kind: 'answered', answer: nothing })
    await servers[0]?.close()
    expect(existsSync(dirname(address))).toBe(false)
  })

  it('that a crash left is taken over, one that somebody listens on is not', async () => {
    const address = await listening()
    const second = await serverOn().listen()
    expect(second).toMatchObject({ ok: false })
    // The first one was not disturbed.
    expect(await ask(profile, request)).toMatchObject({ kind: 'answered' })

    await servers[0]?.close()
    crashAt(address)
    must(await serverOn().listen())
    expect(await ask(profile, request)).toMatchObject({ kind: 'answered' })
  })

  it.each([
    ['an older one', (address: string) => `${address}\n`],
    ['a newer one', (address: string) => JSON.stringify({ v: 3, address })],
  ])('that a crash of another version left is nobody’s, and is taken over: %s', async (_, said) => {
    const long = join(profile, 'a'.repeat(60), 'b'.repeat(60))
    mkdirSync(long, { recursive: true })
    const where = { profile: long, shortFolder: tmpdir() }
    const former = preparePlace(where)
    if (former.kind !== 'at') throw new Error(`No place: ${former.kind}`)
    crashAt(former.address)
    chmodSync(former.address, 0o600)
    writeFileSync(join(long, 'run', 'address'), said(former.address), { mode: 0o600 })
    expect(await ask(long, request)).toEqual({ kind: 'not-running' })
    expect(await listening(where)).toBe(former.address)
    expect(await ask(long, request)).toMatchObject({ kind: 'answered' })
  })

  it('is not made where something else lies, which stays', async () => {
    mkdirSync(join(profile, 'run'), { mode: 0o700 })
    const file = join(profile, 'run', 'latchkey.sock')
    writeFileSync(file, 'mine')
    expect(await serverOn().listen()).toMatchObject({ ok: false })
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })
})

describe.skipIf(process.platform === 'win32')('a folder that is not this user’s alone', () => {
  const run = () => join(profile, 'run')

  it.each([0o755, 0o710, 0o701, 0o777])('with mode %o is refused by both sides', async (bits) => {
    const address = await listening()
    chmodSync(run(), bits)
    expect(await ask(profile, request)).toEqual({
      kind: 'unsafe',
      why: { kind: 'open-to-others', path: run() },
    })
    await servers[0]?.close()
    expect(await serverOn().listen()).toMatchObject({
      ok: false,
      failure: { detail: `open-to-others: ${run()}` },
    })
    expect(existsSync(address)).toBe(false)
  })

  it('is refused when it is a link to one that is', async () => {
    const other = join(profile, 'other')
    mkdirSync(other, { mode: 0o700 })
    symlinkSync(other, run())
    expect(await serverOn().listen()).toMatchObject({ ok: false })
    expect(await ask(profile, request)).toMatchObject({
      kind: 'unsafe',
      why: { kind: 'not-a-folder' },
    })
  })

  it('is found through a link to a profile on another disk, if link and profile are one’s own', async () => {
    const real = join(profile, 'real')
    const link = join(profile, 'link')
    mkdirSync(real, { mode: 0o700 })
    symlinkSync(real, link)
    await listening({ profile: link })
    expect(await ask(link, request)).toMatchObject({ kind: 'answered' })
    expect(await ask(real, request)).toMatchObject({ kind: 'answered' })
    for (const bits of [0o770, 0o702]) {
      chmodSync(real, bits)
      const why = { kind: 'open-to-others', path: link }
      expect(await ask(link, request)).toEqual({ kind: 'unsafe', why })
    }
    chmodSync(real, 0o700)
    if (!asRoot) return
    lchownSync(link, nobody, nobody)
    expect(await ask(link, request)).toMatchObject({ why: { kind: 'other-owner', path: link } })
  })

  it.each(['a loop of links', 'a name that is too long'])(
    'is no place at all: %s',
    async (which) => {
      const loop = join(profile, 'loop')
      symlinkSync(loop, loop)
      const nowhere = which === 'a loop of links' ? loop : join(profile, 'a'.repeat(5_000))
      expect(await ask(nowhere, request)).toEqual({ kind: 'not-running' })
    },
  )

  it('is refused when everybody may put another one in its place', async () => {
    await listening()
    chmodSync(profile, 0o777)
    expect(await ask(profile, request)).toMatchObject({
      kind: 'unsafe',
      why: { kind: 'open-to-others', path: profile },
    })
    chmodSync(profile, 0o1777)
    expect(await ask(profile, request)).toMatchObject({ kind: 'answered' })
  })

  it('is refused when its socket or its file is open to others', async () => {
    const address = await listening()
    chmodSync(address, 0o666)
    expect(await ask(profile, request)).toMatchObject({ kind: 'unsafe', why: { path: address } })
    chmodSync(address, 0o600)
    chmodSync(join(run(), 'address'), 0o644)
    expect(await ask(profile, request)).toMatchObject({ kind: 'unsafe' })
  })
})

describe.skipIf(!asRoot)('another user (needs root to become one)', () => {
  it('cannot open the socket, by the command’s way or any other', async () => {
    const address = await listening()
    // Everybody may come as far as the folder itself.
    chmodSync(profile, 0o755)
    const client = `
      const socket = require('node:net').connect(process.argv[1])
      socket.on('connect', () => { socket.write('hello\\n') })
      socket.on('data', () => { console.log('answered'); process.exit(0) })
      socket.on('error', (error) => { console.log(error.code); process.exit(1) })`
    const own = await output(process.execPath, ['-e', client, address])
    expect(own).toBe('answered')
    const others = await output('setpriv', [
      ...['--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'],
      ...[process.execPath, '-e', client, address],
    ])
    expect(others).toBe('EACCES')
    const reading = await output('setpriv', [
      ...['--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'],
      ...['cat', join(profile, 'run', 'address')],
    ])
    expect(reading).toBe('')
  })

  it('who put a folder or a socket there is asked for nothing', async () => {
    const address = await listening()
    chownSync(address, nobody, nobody)
    expect(await ask(profile, request)).toEqual({
      kind: 'unsafe',
      why: { kind: 'other-owner', path: address },
    })
    chownSync(address, 0, 0)
    chownSync(dirname(address), nobody, nobody)
    expect(await ask(profile, request)).toEqual({
      kind: 'unsafe',
      why: { kind: 'other-owner', path: dirname(address) },
    })
    await servers[0]?.close()
    expect(await serverOn().listen()).toMatchObject({ ok: false })
    chownSync(dirname(address), 0, 0)
  })
})

function output(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
    child.on('error', reject)
    child.on('close', () => resolve(text.trim()))
  })
}

describe.skipIf(process.platform === 'win32')('what comes in', () => {
  const unclear = { answer: 'no', why: 'failed', message: 'unclear' }

  it.each([
    ['nonsense', 'hello\n'],
    ['a greeting of another version', `${JSON.stringify({ v: 3, nonce: 'a'.repeat(64) })}\n`],
    ['a request of an older command', `${JSON.stringify({ ...request, v: 1 })}\n`],
    ['no JSON at all', Buffer.from([0xff, 0xfe, 0x00, 0x0a])],
    ['an empty line', '\n'],
  ])('is not taken for a greeting: %s', async (_, bytes) => {
    const serve = vi.fn(() => Promise.resolve(nothing))
    const address = await listening({ serve })
    expect(JSON.parse(await exchange(address, bytes))).toEqual(unclear)
    expect(serve).not.toHaveBeenCalled()
    expect(await ask(profile, request)).toMatchObject({ kind: 'answered' })
  })

  it.each([
    ['nonsense', 'hello'],
    ['something more', { ...request, extra: 1 }],
    ['another question', { ...request, ask: 'everything' }],
    ['a prototype', JSON.parse('{"__proto__":{"ask":"accounts"},"program":"x"}')],
  ])('is not taken for a request, though its proof is right: %s', async (_, asked) => {
    const serve = vi.fn(() => Promise.resolve(nothing))
    const place = await announced({ serve })
    expect(JSON.parse(await proved(place, (proof) => [asking(proof, asked)]))).toEqual(unclear)
    expect(serve).not.toHaveBeenCalled()
  })

  it('is not read past the limit', async () => {
    const place = await announced()
    const long = Buffer.alloc(requestLimit + 2, 0x61)
    expect(JSON.parse(await exchange(place.address, long))).toEqual(unclear)
    expect(JSON.parse(await proved(place, () => [long]))).toEqual(unclear)
    const split = Array.from({ length: 70 }, () => 'a'.repeat(1_024))
    expect(JSON.parse(await proved(place, () => [...split, '\n']))).toEqual(unclear)
  })

  it('may come in pieces, and nothing counts that follows', async () => {
    const place = await announced()
    const heard = await proved(place, (proof) => {
      const line = asking(proof, request)
      return [line.slice(0, 5), line.slice(5), 'and more\n']
    })
    expect(JSON.parse(heard)).toEqual(nothing)
  })

  it('has a time limit, for the greeting and for the request', async () => {
    const place = await announced({ requestTimeMs: 50 })
    expect(JSON.parse(await exchange(place.address, '{"v":'))).toEqual(unclear)
    expect(JSON.parse(await proved(place, () => ['{"proof":']))).toEqual(unclear)
  })

  it('is not served once its time is over', async () => {
    const serve = vi.fn(() => Promise.resolve(nothing))
    const place = await announced({ serve, requestTimeMs: 50 })
    const { socket, proof } = await greeted(place)
    const refused = once(socket, 'data')
    await refused
    const closed = once(socket, 'close')
    socket.write(asking(proof, request))
    await closed
    expect(serve).not.toHaveBeenCalled()
  })

  it('has a limit of seconds where nobody sets another one', async () => {
    const address = await listening()
    const limits = vi.spyOn(globalThis, 'setTimeout')
    const silent = await connected(address)
    await expect.poll(() => limits.mock.calls.map(([, ms]) => ms)).toContain(5_000)
    limits.mockRestore()
    silent.destroy()
  })

  it('is not more than so many connections at once', async () => {
    const address = await listening({ connections: 2 })
    const open = [await connected(address), await connected(address)]
    const busy = { ...unclear, message: 'busy' }
    expect(await ask(profile, request)).toEqual({ kind: 'answered', answer: busy })
    // Nor is who says nothing waited for.
    expect(JSON.parse(await exchange(address))).toEqual(unclear)
    const [first] = open
    const closed = new Promise((resolve) => first?.on('close', resolve))
    first?.destroy()
    await closed
    await expect.poll(() => ask(profile, request)).toEqual({ kind: 'answered', answer: nothing })
    for (const socket of open) socket.destroy()
  })

  it('does not keep a place for somebody who never reads the answer', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      ...{ label: `Account ${index}`, email: `account-${index}@example.org`, service: 'made-up' },
      ...{ server: 'https://api.example.org', state: 'ready', active: false, hidden: false },
    }))
    const place = await announced({
      connections: 1,
      answerTimeMs: 50,
      serve: () => Promise.resolve({ answer: 'accounts', accounts: many }),
    })
    const { socket: deaf, proof } = await greeted(place)
    deaf.pause()
    deaf.on('error', () => undefined)
    deaf.write(asking(proof, request))
    await expect.poll(() => ask(profile, request)).toMatchObject({ answer: { answer: 'accounts' } })
    deaf.destroy()
  })

  it('is answered again after a thousand connections at once', async () => {
    await listening()
    const heard = await Promise.all(Array.from({ length: 1_000 }, () => ask(profile, request)))
    const answered = heard.filter((one) => 'answer' in one && one.answer.answer === 'accounts')
    expect(answered.length).toBeGreaterThan(0)
    await expect.poll(() => ask(profile, request)).toEqual({ kind: 'answered', answer: nothing })
  })

  it('ends its work when whoever asked has left', async () => {
    const began = settled<AbortSignal>()
    const place = await announced({
      serve: (_asked, gone) => {
        began.settle(gone)
        return new Promise(() => undefined)
      },
    })
    const { socket, proof } = await greeted(place)
    socket.write(asking(proof, request))
    const gone = await began.promise
    expect(gone.aborted).toBe(false)
    const left = new Promise((resolve) => gone.addEventListener('abort', resolve))
    socket.destroy()
    await left
  })
})

describe.skipIf(process.platform === 'win32')('the command', () => {
  it('says so when the program ends before it answers, or answers nonsense', async () => {
    const address = await listening({ serve: () => new Promise(() => undefined) })
    const asking = ask(profile, request)
    await servers[0]?.close()
    expect(['lost', 'not-running']).toContain((await asking).kind)

    mkdirSync(dirname(address), { recursive: true, mode: 0o700 })
    const liar = createServer((socket) => socket.resume().end('{"answer":"token"}\n'))
    await new Promise<void>((resolve) => liar.listen(address, resolve))
    chmodSync(address, 0o600)
    announcePlace(profile, address, freshNonce())
    expect(await ask(profile, request)).toEqual({ kind: 'not-understood' })
    await new Promise((resolve) => liar.close(resolve))
  })
})

it('a pipe’s name on Windows is another one each time, so that nobody takes it before', () => {
  const place = () => preparePlace({ profile, platform: 'win32' })
  const [one, other] = [place(), place()]
  expect(one).toMatchObject({ kind: 'at' })
  expect(one).not.toEqual(other)
})
