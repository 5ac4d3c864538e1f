import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { HostEvent } from './event'
import { emitterMembers, facade } from './facade'

const members = ['show', 'close', 'title', 'body', 'silent', ...emitterMembers] as const
type Shape = Omit<Pick<Electron.Notification, (typeof members)[number]>, keyof EventEmitter>

/** Notifications are kept instead of shown; a test reads and clicks them. */
export function notificationClass(kept: HostNotification[]): typeof HostNotification & {
  isSupported(): boolean
} {
  return class Notification extends HostNotification {
    constructor(options?: Electron.NotificationConstructorOptions) {
      super(options, kept)
    }

    static isSupported(): boolean {
      return true
    }
  }
}

export class HostNotification extends EventEmitter implements Shape {
  title: string
  body: string
  silent: boolean
  private visible = false

  constructor(
    options: Electron.NotificationConstructorOptions = {},
    private readonly kept: HostNotification[] = [],
  ) {
    super()
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
    facade('Notification', this, members, { writable: ['title', 'body', 'silent'] })
  }

  show(): void {
    this.visible = true
    this.kept.push(this)
    this.emit('show', new HostEvent())
  }

  close(): void {
    if (!this.visible) return
    this.visible = false
    this.emit('close', new HostEvent())
  }

  describe(): { title: string; body: string; visible: boolean } {
    return { title: this.title, body: this.body, visible: this.visible }
  }
}
