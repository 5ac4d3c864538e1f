/**
 * One instance per user data folder. The lock is the socket itself: who can listen on it is the
 * first; who cannot tells the first what it was started with, and is told `false`.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** What a second instance tells the first. */
export interface SecondInstance {
  readonly argv: readonly string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

/** A unix socket's path has to fit into 108 bytes. */
const longestPath = 100

export class InstanceLock {
  private server: Server | undefined
  private mark: string | undefined

  /** `answerMs` is how long the first one may take to answer before it counts as busy. */
  constructor(
    private readonly onSecond: (second: SecondInstance) => void,
    private readonly answerMs = 5_000,
  ) {}

  get held(): boolean {
    return this.server !== undefined
  }

  /** Takes the lock of `userData`, or tells the instance that has it. Gives whether it was taken. */
  take(userData: string, self: SecondInstance): boolean {
    if (this.held) return true
    mkdirSync(userData, { recursive: true })
    const taken = this.takeSocket(socketPath(userData), self)
    if (taken) this.leaveMark(join(resolve(userData), 'SingletonLock'))
    return taken
  }

  release(): void {
    this.server?.close()
    this.server = undefined
    if (this.mark !== undefined) rmSync(this.mark, { force: true })
    this.mark = undefined
  }

  /** As Chromium leaves it on Linux: a link whose target is a name. */
  private leaveMark(mark: string): void {
    if (process.platform !== 'linux') return
    rmSync(mark, { force: true })
    symlinkSync(`${hostname()}-${process.pid}`, mark)
    this.mark = mark
  }

  private takeSocket(path: string, self: SecondInstance): boolean {
    for (let round = 0; round < takingRounds; round++) {
      if (this.listen(path)) return true
      if (tell(path, self, this.answerMs)) return false
      // A socket that a killed instance left behind. Two that both found it dead must not both
      // remove it: the second would remove the first one's.
      const taken = alone(`${path}.taking`, () => {
        if (tell(path, self, this.answerMs)) return false
        if (process.platform !== 'win32') rmSync(path, { force: true })
        return this.listen(path)
      })
      if (taken !== 'busy') return taken
    }
    return false
  }

  private listen(path: string): boolean {
    const server = createServer((socket) => {
      let text = ''
      socket.setEncoding('utf8')
      socket.on('data', (chunk: string) => {
        text += chunk
        if (!text.endsWith('\n')) return
        socket.end('heard\n')
        this.onSecond(JSON.parse(text) as SecondInstance)
      })
      socket.on('error', () => undefined)
    })
    server.on('error', () => undefined)
    server.listen(path)
    // Node binds a local socket before `listen` returns, and only reports a failure later.
    if (!server.listening) return false
    if (process.platform !== 'win32') chmodSync(path, 0o600)
    server.unref()
    this.server = server
    return true
  }
}

const takingRounds = 100

/** Does it while no other process does the same; `busy` if one does, after a moment. */
function alone(path: string, run: () => boolean): boolean | 'busy' {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    if (!isHeld(path)) rmSync(path, { force: true })
    return 'busy'
  }
  try {
    return run()
  } finally {
    rmSync(path, { force: true })
  }
}

function isHeld(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    // It is empty for the moment between its making and its writing.
    return pid === 0 || process.kill(pid, 0)
  } catch {
    return false
  }
}

function socketPath(userData: string): string {
  const name = `chromium-host-${createHash('sha256').update(resolve(userData)).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const inside = join(resolve(userData), 'chromium-host.sock')
  return Buffer.byteLength(inside) <= longestPath ? inside : join(tmpdir(), `${name}.sock`)
}

/** Asking must be synchronous, as Electron's call is, so a short-lived process does it. */
const teller = `
const socket = require('node:net').connect(process.argv[1])
let there = false
socket.on('connect', () => { there = true })
socket.setTimeout(Number(process.argv[2]), () => process.exit(there ? 0 : 1))
socket.on('error', () => process.exit(1))
socket.on('data', () => process.exit(0))
process.stdin.pipe(socket, { end: false })
`

/** Gives whether there is a living instance: it heard, or is too busy to say so, and hears later. */
function tell(path: string, self: SecondInstance, answerMs: number): boolean {
  const { status } = spawnSync(process.execPath, ['-e', teller, path, String(answerMs)], {
    input: JSON.stringify(self) + '\n',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  return status === 0
}
