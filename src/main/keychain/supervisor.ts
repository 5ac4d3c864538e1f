/**
 * Keeps a keychain process: starts it when it is needed, notices when it goes, and rests between
 * starts when it keeps going. It carries one request at a time and decides nothing about secrets.
 */
import { endOf, type Wait } from '../wait'
import { isKeychainMessage, type Answer, type KeychainRequest, type Operation } from './protocol'

/** What is needed of a process; Electron's `UtilityProcess` has it. */
export interface KeychainChild {
  readonly pid?: number | undefined
  postMessage(message: KeychainRequest): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: () => void): unknown
  kill(): boolean
}

/**
 * `lost`: the process ended first; `begun` unless it never got the request, `left` if its prompt had been
 * given up on. `resting`: it ended so often that it is not started until then.
 */
export type Sent =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'lost'; readonly begun: boolean; readonly left: boolean }
  | { readonly kind: 'resting'; readonly until: number }

export interface SupervisorOptions {
  readonly spawn: () => KeychainChild
  /** So many ends in a row are taken as bad luck. */
  readonly patience: number
  /** The first rest in milliseconds; each further one is twice as long, up to `longestRest`. */
  readonly firstRest: number
  readonly longestRest: number
  /** Milliseconds that a process has to end when told to, before it is killed. */
  readonly killGrace: number
  readonly now: () => number
  /** Called when the process says that the keychain has changed. */
  readonly onChanged: () => void
}

interface Request {
  readonly id: number
  readonly onAsking: () => void
  readonly settle: (sent: Sent) => void
  left: boolean
}

export class ProcessSupervisor {
  #child: KeychainChild | undefined
  #request: Request | undefined
  #lastId = 0
  #endsInARow = 0
  #rest: Wait | undefined
  readonly #leaving = new Set<Promise<void>>()

  constructor(private readonly options: SupervisorOptions) {}

  /** Sends one operation; the one before it must have been settled. Never rejects. */
  send(operation: Operation, onAsking: () => void): Promise<Sent> {
    if (this.#request !== undefined)
      throw new Error('The keychain process takes one call at a time.')
    const until = endOf(this.#rest, this.options.now())
    if (until !== undefined) return Promise.resolve({ kind: 'resting', until })
    return new Promise((resolve) => {
      const id = ++this.#lastId
      const settle = (sent: Sent) => {
        this.#request = undefined
        resolve(sent)
      }
      this.#request = { id, onAsking, settle, left: false }
      try {
        this.#child ??= this.#start()
        this.#child.postMessage({ kind: 'perform', id, operation })
      } catch {
        // Either it could not be started or it ended a moment ago: to the caller the same.
        this.#lose(false)
      }
    })
  }

  /**
   * Gives up on the prompt of the request under way. If that does not end the request within
   * `killGrace`, as where keytar itself waits for the prompt, the process is ended instead.
   */
  leavePrompt(): void {
    const request = this.#request
    if (request === undefined) return
    request.left = true
    const force = setTimeout(() => {
      if (this.#request === request) this.restart()
    }, this.options.killGrace)
    force.unref()
    try {
      this.#child?.postMessage({ kind: 'leave', id: request.id })
    } catch {
      this.restart()
    }
  }

  /** Ends the process, and the request that it works on as `lost`; the next request starts another. */
  restart(): void {
    const child = this.#child
    this.#child = undefined
    if (child !== undefined) this.#end(child)
    this.#settleLost(true)
  }

  /** Lets a process that keeps ending be started again at once. */
  forgive(): void {
    this.#endsInARow = 0
    this.#rest = undefined
  }

  /** Ends the process; resolves when it and those before it are gone. */
  async close(): Promise<void> {
    this.restart()
    await Promise.all(this.#leaving)
  }

  #start(): KeychainChild {
    const child = this.options.spawn()
    child.on('message', (message) => {
      if (child === this.#child) this.#hear(message)
    })
    child.on('exit', () => {
      if (child === this.#child) this.#lose(true)
    })
    return child
  }

  #hear(message: unknown): void {
    const request = this.#request
    if (!isKeychainMessage(message)) return
    if (message.kind === 'changed') return this.options.onChanged()
    if (message.id !== request?.id) return
    if (message.kind === 'asking') return request.onAsking()
    this.forgive()
    request.settle({ kind: 'answer', answer: message.answer })
  }

  #lose(begun: boolean): void {
    const { patience, firstRest, longestRest, now } = this.options
    this.#child = undefined
    this.#endsInARow += 1
    const tooMany = this.#endsInARow - patience
    if (tooMany > 0) {
      const since = now()
      this.#rest = { since, until: since + Math.min(firstRest * 2 ** (tooMany - 1), longestRest) }
    }
    this.#settleLost(begun)
  }

  #settleLost(begun: boolean): void {
    const request = this.#request
    request?.settle({ kind: 'lost', begun, left: request.left })
  }

  #end(child: KeychainChild): void {
    const { pid } = child
    const gone = new Promise<void>((resolve) => {
      // A process that is stopped, or stuck in native code, does not hear a polite request.
      const force = setTimeout(() => {
        if (pid !== undefined) killIfThere(pid)
        resolve()
      }, this.options.killGrace)
      child.on('exit', () => {
        clearTimeout(force)
        resolve()
      })
    })
    this.#leaving.add(gone)
    void gone.then(() => this.#leaving.delete(gone))
    child.kill()
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just gone by itself.
  }
}
