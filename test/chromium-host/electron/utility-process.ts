import { fork, type ChildProcess, type StdioOptions } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { emitterMembers, facade, facadeOf, only } from './facade'

const members = ['postMessage', 'kill', 'pid', 'stdout', 'stderr', ...emitterMembers] as const
type Shape = Omit<Pick<Electron.UtilityProcess, (typeof members)[number]>, keyof EventEmitter>

/**
 * Runs in the child before its module: gives it Electron's `process.parentPort`, and ends it when its
 * parent is gone, as a utility process ends with its app.
 */
const childSetup = `
import { EventEmitter } from 'node:events'
const port = new EventEmitter()
port.postMessage = (message) => { process.send({ message }) }
port.start = () => {}
const early = []
let heard = false
port.on('newListener', (name) => {
  if (name !== 'message' || heard) return
  heard = true
  setImmediate(() => early.splice(0).forEach((event) => port.emit('message', event)))
})
process.on('message', ({ message }) => {
  const event = { data: message, ports: [] }
  if (heard && early.length === 0) port.emit('message', event)
  else early.push(event)
})
process.on('disconnect', () => process.exit(0))
Object.defineProperty(process, 'parentPort', { value: port, enumerable: true })
process.type = 'utility'
`

/** A Node child process that passes messages by structured clone. It has no `electron` of its own. */
export class HostUtilityProcess extends EventEmitter implements Shape {
  pid: number | undefined

  constructor(
    private readonly child: ChildProcess,
    onEnded: (ended: HostUtilityProcess, code: number) => void,
  ) {
    super()
    facade('UtilityProcess', this, members)
    child.on('spawn', () => {
      this.pid = child.pid
      this.emit('spawn')
    })
    child.on('message', (sent: { readonly message: unknown }) => {
      this.emit('message', sent.message)
    })
    const end = (code: number): void => {
      this.pid = undefined
      onEnded(this, code)
      this.emit('exit', code)
    }
    // A process ended by a signal has no code of its own; Electron then gives the signal's.
    child.on('exit', (code) => {
      end(code ?? 15)
    })
    child.on('error', (error) => {
      if (child.pid !== undefined) return
      console.error(error)
      end(1)
    })
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.child.stdout
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.child.stderr
  }

  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send({ message }, () => undefined)
  }

  kill(): boolean {
    return this.child.kill()
  }

  /** Ends it at once; for the moment in which the host itself ends. */
  end(): void {
    this.child.kill('SIGKILL')
  }
}

/** The utility processes of one app. */
export class UtilityProcesses {
  private readonly running = new Set<HostUtilityProcess>()
  private ending = false

  /** `onGone` hears of each that ends otherwise than well, as the app does in Electron. */
  constructor(private readonly onGone: (details: Electron.Details) => void) {}

  /** electron.utilityProcess */
  module(): {
    fork(path: string, args?: string[], options?: Electron.ForkOptions): HostUtilityProcess
  } {
    return only('utilityProcess', {
      fork: (path: string, args: string[] = [], options: Electron.ForkOptions = {}) => {
        const child = fork(path, args, {
          // Electron lets the module's own arguments see nothing of the set-up either.
          execArgv: [
            ...(options.execArgv ?? []),
            '--import',
            `data:text/javascript,${encodeURIComponent(childSetup)}`,
          ],
          serialization: 'advanced',
          stdio: stdioOf(options.stdio),
          ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
          env: { ...(options.env ?? process.env) },
        })
        const made = new HostUtilityProcess(child, (ended, exitCode) => {
          this.running.delete(ended)
          if (exitCode === 0 || this.ending) return
          const reason = child.signalCode === null ? 'abnormal-exit' : 'killed'
          const name = options.serviceName ?? 'Node Utility Process'
          this.onGone({
            type: 'Utility',
            reason,
            exitCode,
            name,
            serviceName: 'node.mojom.NodeService',
          })
        })
        this.running.add(made)
        return facadeOf(made)
      },
    })
  }

  endAll(): void {
    this.ending = true
    for (const one of this.running) one.end()
  }
}

function stdioOf(stdio: Electron.ForkOptions['stdio'] = 'inherit'): StdioOptions {
  const [, out = 'inherit', err = 'inherit'] = Array.isArray(stdio)
    ? stdio
    : ['ignore', stdio, stdio]
  return ['ignore', out, err, 'ipc'] as StdioOptions
}
