/**
 * Stands in for the person at gnome-keyring's password prompt. It speaks the interface of
 * gcr-prompter (GNOME's gcr, `org.gnome.keyring.internal.Prompter`), including the encrypted
 * exchange of the password, so that the daemon and libsecret do what they do on a desktop.
 */
import { createCipheriv, getDiffieHellman, hkdfSync, randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { connect } from 'node:net'
import { createClient, type DBusClient } from '@httptoolkit/dbus-native'
import { socketPath } from '../../../src/main/session-bus/session-bus'

/** What a shown prompt gets: a password, a dismissal, or nothing until somebody decides. */
export type PromptAnswer = { readonly password: string } | 'dismiss' | 'wait'

export interface Prompter {
  /** How many prompts were shown so far. */
  readonly shown: number
  /** How many prompts are over, as the keyring sees it. */
  readonly closed: number
  /** What the next prompts get; a prompt that waits gets it now. */
  answer(answer: PromptAnswer): void
  /** Resolves when so many prompts have been shown, or are over, in all. */
  until(what: 'shown' | 'closed', count: number): Promise<void>
  close(): void
}

const prompterName = 'org.gnome.keyring.SystemPrompter'
const prompterPath = '/org/gnome/keyring/Prompter'
const prompterInterface = 'org.gnome.keyring.internal.Prompter'
const callbackInterface = 'org.gnome.keyring.internal.Prompter.Callback'

interface Shown {
  readonly sender: string
  readonly callback: string
  readonly exchange: string
}

export async function startPrompter(address: string): Promise<Prompter> {
  const path = socketPath(address)
  if (path === undefined) throw new Error(`Not a socket: ${address}`)
  const stream = connect({ path })
  await once(stream, 'connect')
  stream.on('error', () => stream.destroy())
  const client = createClient({ stream, direct: true, authMethods: ['EXTERNAL'] })
  client.connection.on('error', () => stream.destroy())
  await callBus(client, 'Hello')
  const prompter = new FakePrompter(client, () => stream.destroy())
  await callBus(client, 'RequestName', 'su', [prompterName, 0])
  return prompter
}

class FakePrompter implements Prompter {
  shown = 0
  closed = 0
  #answer: PromptAnswer = 'wait'
  #waiting: Shown | undefined
  readonly #changes = new EventEmitter()

  constructor(
    private readonly client: DBusClient,
    readonly close: () => void,
  ) {
    this.#serve('BeginPrompting', (callback, message) => {
      this.#callBack(senderOf(message), String(callback), 'PromptReady', ['', [], ''])
    })
    this.#serve('PerformPrompt', (callback, _type, _properties, exchange, message) => {
      const sender = senderOf(message)
      this.#waiting = { sender, callback: String(callback), exchange: String(exchange) }
      this.shown += 1
      this.#changes.emit('change')
      this.#decide()
    })
    this.#serve('StopPrompting', (callback, message) => {
      this.#waiting = undefined
      this.closed += 1
      this.#changes.emit('change')
      this.#callBack(senderOf(message), String(callback), 'PromptDone', [])
    })
  }

  answer(answer: PromptAnswer): void {
    this.#answer = answer
    this.#decide()
  }

  async until(what: 'shown' | 'closed', count: number): Promise<void> {
    const signal = AbortSignal.timeout(15_000)
    while (this[what] < count) await once(this.#changes, 'change', { signal })
  }

  #decide(): void {
    const shown = this.#waiting
    if (shown === undefined || this.#answer === 'wait') return
    this.#waiting = undefined
    const { sender, callback, exchange } = shown
    if (this.#answer === 'dismiss') {
      this.#callBack(sender, callback, 'PromptReady', ['no', [], beginExchange()])
    } else {
      const sealed = sealPassword(exchange, this.#answer.password)
      this.#callBack(sender, callback, 'PromptReady', ['yes', [], sealed])
    }
  }

  #serve(member: string, handler: (...args: unknown[]) => void): void {
    const answerFirst = (...args: unknown[]) => {
      setImmediate(() => handler(...args))
      return null
    }
    this.client.setMethodCallHandler(prompterPath, prompterInterface, member, [answerFirst, ''])
  }

  #callBack(destination: string, path: string, member: string, body: readonly unknown[]): void {
    const signature = body.length === 0 ? {} : { signature: 'sa{sv}s', body }
    const message = { destination, path, interface: callbackInterface, member, ...signature }
    this.client.invoke(message, () => {
      // Who asked may have gone in the meantime, which is its own affair.
    })
  }
}

/** The key exchange of gcr: a Diffie-Hellman group, HKDF, and AES in a key file's clothes. */
const exchangeGroup = 'sx-aes-1'
/** Octets. */
const modp5Length = 192

function beginExchange(): string {
  const mine = getDiffieHellman('modp5')
  return `[${exchangeGroup}]\npublic=${mine.generateKeys('base64')}\n`
}

function sealPassword(exchange: string, password: string): string {
  const theirs = /^public=(.+)$/m.exec(exchange)?.[1]
  if (theirs === undefined) throw new Error('The keyring sent no public key.')
  const { publicKey, number } = exchangeWith(Buffer.from(theirs, 'base64'))
  const key = Buffer.from(hkdfSync('sha256', number, Buffer.alloc(0), Buffer.alloc(0), 16))
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-128-cbc', key, iv)
  const secret = Buffer.concat([cipher.update(password, 'utf8'), cipher.final()])
  return [
    `[${exchangeGroup}]`,
    `public=${publicKey}`,
    `secret=${secret.toString('base64')}`,
    `iv=${iv.toString('base64')}`,
    '',
  ].join('\n')
}

/**
 * One number in 256 begins with a zero, and gnome-keyring 42 makes the key with it where a keyring is made
 * but without it where one is unlocked (measured). So such a number is not used.
 */
function exchangeWith(theirs: Buffer): { publicKey: string; number: Buffer } {
  for (;;) {
    const mine = getDiffieHellman('modp5')
    const publicKey = mine.generateKeys('base64')
    const number = mine.computeSecret(theirs)
    if (number.length === modp5Length && number[0] !== 0) return { publicKey, number }
  }
}

function callBus(
  client: DBusClient,
  member: string,
  signature?: string,
  body?: readonly unknown[],
): Promise<void> {
  const bus = 'org.freedesktop.DBus'
  const target = { destination: bus, path: '/org/freedesktop/DBus', interface: bus, member }
  return new Promise((resolve, reject) => {
    const message = signature === undefined ? target : { ...target, signature, body: body ?? [] }
    client.invoke(message, (error) => {
      if (error === null) resolve()
      else reject(error instanceof Error ? error : new Error(member))
    })
  })
}

function senderOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'sender' in message
    ? String(message.sender)
    : ''
}
