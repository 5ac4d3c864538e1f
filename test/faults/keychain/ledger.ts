/** Compares the book with the keyring: each account has its secret, and no secret is without an account. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bookFormat, type AccountEntry } from '../../../src/main/accounts/book'
import type { Keyring } from '../../integration/keychain/keyring'
import type { Sandbox } from '../../sandbox/sandbox'
import type { Findings } from '../fault'
import { keychainService, type Old } from './desk'

export interface LedgerOptions {
  readonly profile: string
  readonly keyring: Keyring
  readonly sandbox: Sandbox
  readonly findings: Findings
}

const settleMs = 5_000

export class Ledger {
  constructor(private readonly options: LedgerOptions) {}

  /** Waits until the book says of no account that something of it is under way. */
  async settled(): Promise<void> {
    const end = Date.now() + settleMs
    const open = ({ storing, dropping, removing }: AccountEntry): boolean =>
      storing !== undefined || dropping !== undefined || removing !== undefined
    let accounts = await this.accounts()
    while (accounts.some(open) && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      accounts = await this.accounts()
    }
    const left = accounts.filter(open).map(({ email }) => email)
    this.options.findings.check(left.length === 0, `Never came to an end: ${left.join(', ')}`)
  }

  /** Everybody in `expected` must be in the book, with that token in the keyring. */
  async compare(expected: readonly Old[]): Promise<void> {
    const { findings, keyring } = this.options
    const accounts = await this.accounts()
    for (const { email, token } of expected) {
      const entry = accounts.find((one) => one.email === email)
      if (!entry) {
        findings.count({ accountsLost: 1 }, `${email} is not in the book any more`)
        continue
      }
      const name = `${entry.id}/session`
      const secret = await keyring.lookup({ service: keychainService, account: name })
      findings.check(entry.hasSecret, `${email} has no secret in the book`)
      const kept: unknown = secret === undefined ? undefined : JSON.parse(secret)
      const holds = typeof kept === 'object' && kept !== null && 'access' in kept
      const same = holds && kept.access === token
      if (!same) findings.count({ accountsLost: 1 }, `${email} has another token, or none`)
    }
    const known = new Set(
      accounts.flatMap(({ id, hasSecret, passwordRemembered }) => [
        ...(hasSecret ? [`${id}/session`] : []),
        ...(passwordRemembered ? [`${id}/password`] : []),
      ]),
    )
    const names = (await keyring.items()).map(({ attributes }) => attributes['account'] ?? '')
    for (const name of names.filter((one) => !known.has(one))) {
      findings.count({ secretsOrphaned: 1 }, `The keyring holds ${name}, which no account knows of`)
    }
    // What is as short as a word may stand anywhere.
    await this.searchFiles(expected.map(({ token }) => token).filter(({ length }) => length > 8))
  }

  private async searchFiles(tokens: readonly string[]): Promise<void> {
    const { profile, findings } = this.options
    const entries = await readdir(profile, { recursive: true, withFileTypes: true })
    for (const entry of entries.filter((one) => one.isFile())) {
      const text = await readFile(join(entry.parentPath, entry.name), 'latin1')
      if (tokens.some((token) => text.includes(token))) {
        findings.count({ leaks: 1 }, `A token lies in ${entry.name}`)
      }
    }
  }

  private async accounts(): Promise<readonly AccountEntry[]> {
    const text = await readFile(join(this.options.profile, 'book.json'), 'utf8')
    return bookFormat.read(JSON.parse(text))?.accounts ?? []
  }
}
