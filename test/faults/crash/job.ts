/** What the tests and the program that is killed say to each other. */
import type { ChildProcess } from 'node:child_process'
import type { AccountId } from '../../../src/shared/account'

/**
 * How an operation is cut: before it begins, in its middle, or when it has ended and nobody has heard of
 * it. The middle of a write is a half-written file, of a request one that the service has carried out and
 * whose answer is held back, of a keychain call one that is on its way to the keychain.
 */
export type Moment = 'begun' | 'middle' | 'ended'

/** One durable operation, such as `move book.json#2`: what it is, and the how manieth of its kind. */
export interface Point {
  readonly operation: string
  readonly moment: Moment
}

/** What the program is to do, and where it is killed on the way. */
export interface Job {
  readonly profile: string
  /** The name that its entries bear in the keyring. */
  readonly keychainService: string
  /** The keyring's environment. */
  readonly env: Readonly<Record<string, string>>
  /** By adapter, the address of its sandbox. */
  readonly servers: Readonly<Record<string, string>>
  readonly deed: string
  readonly email: string
  readonly subject: AccountId | undefined
  readonly bystander: AccountId
  readonly kill: Point | undefined
}

/** What the person at the program looks up outside of it. */
export type Question = 'captcha' | 'code' | 'link' | 'token'

export type FromChild =
  | { readonly kind: 'ask'; readonly what: Question }
  /** Wants the next request's answer held back, and its own end once the request is carried out. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'keychain'; readonly pid: number }
  | { readonly kind: 'done'; readonly trace: readonly Point[] }
  | { readonly kind: 'failed'; readonly why: string }

export type ToChild =
  { readonly kind: 'job'; readonly job: Job } | { readonly kind: 'told'; readonly text: string }

/** Calls back on every message of a child of this protocol. */
export function hear(child: ChildProcess, listener: (message: FromChild) => void): void {
  // Both ends are built from this file and started together.
  child.on('message', (message) => listener(message as FromChild))
}

export function tell(child: ChildProcess, message: ToChild): void {
  child.send(message)
}
