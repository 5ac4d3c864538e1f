/**
 * Numbers every durable operation of the program (each step on files, each request, each call of the
 * keychain) and ends the process with SIGKILL at the one that the job names.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileSteps, type FileSteps } from '../../../src/main/accounts/file-steps'
import type { HttpClient, RootHttpClient } from '../../../src/main/adapters/http'
import type { Keychain } from '../../../src/main/keychain/keychain'
import type { Moment, Point } from './job'

export class Watch {
  /** Where the program could have been killed so far, in order. */
  readonly trace: Point[] = []
  private readonly counts = new Map<string, number>()
  private onRequest: () => void = () => undefined

  /** `hold` has the next request's answer held back, and the process ended when it is carried out. */
  constructor(
    private readonly kill: Point | undefined,
    private readonly hold: () => Promise<void>,
  ) {}

  readonly files: FileSteps = {
    read: (path) => fileSteps.read(path),
    look: (path) => fileSteps.look(path),
    write: (path, text) => {
      const number = this.count(`write ${nameOf(path)}`)
      return this.around(
        number,
        () => fileSteps.write(path, text),
        () => {
          writeFileSync(path, text.slice(0, text.length / 2))
          return end()
        },
      )
    },
    duplicate: (path, second) =>
      this.file(`duplicate ${nameOf(path)}`, () => fileSteps.duplicate(path, second)),
    move: (from, to) => this.file(`move ${nameOf(to)}`, () => fileSteps.move(from, to)),
    remove: (path) => this.file(`remove ${nameOf(path)}`, () => fileSteps.remove(path)),
    syncFolder: (path) => this.file('sync folder', () => fileSteps.syncFolder(path)),
  }

  /** Resolves when the next request leaves. */
  nextRequest(): Promise<void> {
    return new Promise((resolve) => (this.onRequest = resolve))
  }

  http(real: RootHttpClient): RootHttpClient {
    return {
      ...this.client(real),
      allowing: (allowance) => this.client(real.allowing(allowance)),
      look: (origin, signal) => real.look(origin, signal),
    }
  }

  private client(real: HttpClient): HttpClient {
    return {
      send: (request) => {
        const operation = this.count(`${request.method} ${pathOf(request.url)}`)
        this.onRequest()
        return this.around(
          operation,
          () => real.send(request),
          async () => {
            await this.hold()
            return real.send(request)
          },
        )
      },
    }
  }

  keychain(real: Keychain): Keychain {
    const call = <T>(what: string, run: () => Promise<T>): Promise<T> => {
      const operation = this.count(`keychain ${what}`)
      if (what.startsWith('get')) return this.around(operation, run)
      return this.around(operation, run, () => {
        const running = run()
        // The next turn comes when the call is on its way, and long before its answer.
        setImmediate(end)
        return running
      })
    }
    return {
      get state() {
        return real.state
      },
      onState: (listener) => real.onState(listener),
      get: (ref, options) => call(`get ${ref.kind}`, () => real.get(ref, options)),
      set: (ref, secret, options) => call(`set ${ref.kind}`, () => real.set(ref, secret, options)),
      delete: (ref, options) => call(`delete ${ref.kind}`, () => real.delete(ref, options)),
      prepareDelete: (ref, options) => real.prepareDelete(ref, options),
      retry: (options) => real.retry(options),
      stopAsking: () => real.stopAsking(),
      useMemory: (mayHold) => real.useMemory(mayHold),
      close: () => real.close(),
    }
  }

  private file<T>(what: string, run: () => Promise<T>): Promise<T> {
    return this.around(this.count(what), run)
  }

  private async around<T>(
    operation: string,
    run: () => Promise<T>,
    middle?: () => Promise<T>,
  ): Promise<T> {
    this.reach(operation, 'begun')
    if (middle) this.trace.push({ operation, moment: 'middle' })
    const cut = this.kill?.operation === operation && this.kill.moment === 'middle'
    const done = await (cut && middle ? middle() : run())
    this.reach(operation, 'ended')
    return done
  }

  private reach(operation: string, moment: Moment): void {
    this.trace.push({ operation, moment })
    if (this.kill?.operation === operation && this.kill.moment === moment) end()
  }

  private count(what: string): string {
    const count = (this.counts.get(what) ?? 0) + 1
    this.counts.set(what, count)
    return `${what}#${count}`
  }
}

/** The file's name, without what a draft has at random. */
function nameOf(path: string): string {
  return basename(path).replace(/\.[0-9a-f]{16}\./, '.*.')
}

/** The path without what differs from run to run, such as a user's id. */
function pathOf(url: string): string {
  const parts = new URL(url).pathname.split('/')
  return parts.map((part) => (/^(v\d|[a-z_]*)$/.test(part) ? part : '*')).join('/')
}

function end(): never {
  process.kill(process.pid, 'SIGKILL')
  // The signal is there before this line; nothing may happen after it.
  for (;;);
}

/**
 * The moments of a trace at which the world differs: a beginning that follows an end is that very moment
 * for disk, keyring and service, so it is not tried twice.
 */
export function distinctPoints(trace: readonly Point[]): readonly Point[] {
  return trace.filter(({ moment }, at) => {
    const before = trace[at - 1]?.moment
    return moment !== 'begun' || before === undefined || before !== 'ended'
  })
}
