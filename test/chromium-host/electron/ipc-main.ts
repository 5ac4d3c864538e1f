import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { HostFrame } from '../page/frames'
import type { PageMessage } from '../page/host-page'
import { jsonOnly } from '../page/json-only'
import { hostEvent } from './event'
import { emitterMembers, facade, facadeOf } from './facade'
import type { HostWebContents } from './web-contents'

const members = ['handle', 'handleOnce', 'removeHandler', ...emitterMembers] as const

type Handler = Parameters<Electron.IpcMain['handle']>[1]
type Shape = Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler' | 'on' | 'once'>

/** Takes what preloads send; errors come out worded as Electron words them. */
export class HostIpcMain extends EventEmitter implements Shape {
  private readonly handlers = new Map<string, Handler>()
  /** What pages have sent, as JSON, from when a test wants to know. */
  heard: string[] | undefined

  constructor() {
    super()
    facade('ipcMain', this, members)
  }

  handle(channel: string, listener: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this.handlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args: unknown[]): unknown => {
      this.removeHandler(channel)
      return listener(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }

  /** Takes one message of a page and answers it. */
  async receive(
    message: PageMessage,
    frame: HostFrame,
    contents: HostWebContents,
    reply: (ok: boolean, value: unknown) => void,
  ): Promise<void> {
    this.heard?.push(JSON.stringify({ channel: message.channel, args: message.args }))
    const event = hostEvent({
      type: 'frame' as const,
      sender: facadeOf(contents),
      senderFrame: facadeOf(frame),
      processId: frame.processId,
      frameId: frame.routingId,
      ports: [],
      reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
    })
    if (message.kind === 'send') {
      this.emit(message.channel, event, ...message.args)
      return
    }
    const handler = this.handlers.get(message.channel)
    const failed = `Error invoking remote method '${message.channel}': `
    if (handler === undefined) {
      reply(false, `${failed}Error: No handler registered for '${message.channel}'`)
      return
    }
    try {
      // The handler is the app's own and declared by Electron to take anything.
      const call = handler as (event: unknown, ...args: unknown[]) => unknown
      const value = await call(event, ...message.args)
      jsonOnly(value, 'the answer')
      reply(true, value)
    } catch (error) {
      console.error(`Error occurred in handler for '${message.channel}':`, error)
      reply(false, failed + String(error))
    }
  }
}
