import { KeychainClient, type KeychainClientOptions } from '../../src/main/keychain/client'
import type { KeychainState } from '../../src/main/keychain/keychain'
import type { Answer, KeychainRequest, Operation } from '../../src/main/keychain/protocol'
import type { KeychainChild } from '../../src/main/keychain/supervisor'

/** A keychain process that answers when the test says so. */
export class FakeChild implements KeychainChild {
  readonly received: KeychainRequest[] = []
  readonly #onMessage: ((message: unknown) => void)[] = []
  readonly #onExit: (() => void)[] = []
  postMessage(message: KeychainRequest): void {
    this.received.push(message)
  }
  on(event: 'message' | 'exit', listener: (message?: unknown) => void): void {
    if (event === 'message') this.#onMessage.push(listener)
    else this.#onExit.push(listener)
  }
  kill(): boolean {
    this.exit()
    return true
  }
  exit(): void {
    for (const listener of this.#onExit) listener()
  }
  ask(): void {
    for (const listener of this.#onMessage) listener({ kind: 'asking', id: this.lastId })
  }
  change(): void {
    for (const listener of this.#onMessage) listener({ kind: 'changed' })
  }
  answer(answer: Answer, id = this.lastId): void {
    for (const listener of this.#onMessage) listener({ kind: 'answer', id, answer })
  }
  get lastId(): number {
    return this.received.findLast(({ kind }) => kind === 'perform')?.id ?? 0
  }
  get operations(): Operation[] {
    return this.received.flatMap((each) => (each.kind === 'perform' ? [each.operation] : []))
  }
}

/** A client with such processes, and the states it went through. */
export function setUpClient(options: Partial<KeychainClientOptions> = {}) {
  const children: FakeChild[] = []
  const spawn = () => {
    const child = new FakeChild()
    children.push(child)
    return child
  }
  const keychain = new KeychainClient({ spawn, service: 'test', platform: 'linux', ...options })
  const states: KeychainState[] = []
  keychain.onState((state) => states.push(state))
  const child = () => {
    const last = children.at(-1)
    if (last === undefined) throw new Error('No process was started.')
    return last
  }
  return { keychain, children, child, states }
}
