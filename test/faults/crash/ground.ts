/**
 * Where a program is killed again and again: a sandbox, a real keyring, and for every kill a profile,
 * an address and entries of the keyring that no other kill has.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { AccountEntry } from '../../../src/main/accounts/book'
import { serverIdOf } from '../../../src/main/accounts/servers'
import { KeychainClient } from '../../../src/main/keychain/client'
import type { SecretRef } from '../../../src/main/keychain/keychain'
import type { KeychainChild } from '../../../src/main/keychain/supervisor'
import { accountId, adapterId } from '../../../src/shared/account'
import { must } from '../../fakes/program'
import { startKeyring, type Keyring } from '../../integration/keychain/keyring'
import { freshSettings } from '../../sandbox/cloudreve/settings'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'
import type { Deed, Subject } from './deeds'
import type { Job, Question } from './job'
import { setPassphrase, withPassphrase } from './locked'
import { asKeychainChild, keychainChild } from './parts'
import { oldPassword } from './person'

/** How the world is before a deed. */
export interface Start {
  readonly deed: Deed
  readonly job: Omit<Job, 'kill'>
  readonly accounts: readonly AccountEntry[]
  /** What the keyring holds, by the name of the entry: `<account>/<kind>`. */
  readonly secrets: ReadonlyMap<string, string>
}

const dayMs = 24 * 60 * 60_000

export class Ground {
  private count = 0
  private shared: ChildProcess | undefined

  private constructor(
    readonly sandbox: Sandbox,
    readonly keyring: Keyring,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Ground> {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-crash-'))
    const [sandbox, keyring] = await Promise.all([startSandbox(), startKeyring()])
    return new Ground(sandbox, keyring, folder)
  }

  /** Makes the state that a deed starts from, with nothing left of the one before. */
  async prepare(deed: Deed): Promise<Start> {
    const { sandbox, keyring } = this
    this.count += 1
    const email = `kim-${this.count}@example.com`
    const profile = join(this.folder, `profile-${this.count}`)
    const { ipcola, ruuvi, cloudreve } = sandbox.urls
    Object.assign(sandbox.cloudreve.settings, freshSettings(), deed.site)
    this.addUser(deed, email)
    this.addUser({ ...deed, user: 'active' }, `other-${email}`)
    const secrets = new Map<string, string>()
    const bystander = this.entry(deed, `other-${email}`, { session: true }, secrets)
    const subject = deed.subject && this.entry(deed, email, deed.subject, secrets)
    const accounts = [bystander, ...(subject ? [{ ...subject, position: 1 }] : [])]
    const job = {
      ...{ profile, email, deed: deed.id, env: keyring.env, servers: { ipcola, ruuvi, cloudreve } },
      keychainService: `latchkey-crash-${this.count}`,
      subject: subject?.id,
      bystander: bystander.id,
    }
    await mkdir(profile, { mode: 0o700 })
    const book = { version: 1, accounts, sites: [], settings: {} }
    await writeFile(join(profile, 'book.json'), JSON.stringify(book), { mode: 0o600 })
    if (deed.locked) await setPassphrase(profile)
    const keychain = await withPassphrase(profile, this.keychain(job.keychainService))
    for (const [name, secret] of secrets) must(await keychain.set(refOf(name), secret))
    await keychain.close()
    sandbox.mailbox.clear()
    sandbox.requests.clear()
    return { deed, job, accounts, secrets }
  }

  /** Takes away what a kill has left in the keyring and on disk. */
  async clear({ job }: Start): Promise<void> {
    const keychain = this.keychain(job.keychainService)
    for (const name of await this.entries(job)) must(await keychain.delete(refOf(name)))
    await keychain.close()
    await rm(job.profile, { recursive: true, force: true })
  }

  /** The names of a kill's entries in the keyring. */
  async entries({ keychainService }: Pick<Job, 'keychainService'>): Promise<readonly string[]> {
    const items = await this.keyring.items()
    return items
      .filter(({ attributes }) => attributes['service'] === keychainService)
      .map(({ attributes }) => attributes['account'] ?? '')
  }

  /** What lies in a kill's entries, as it is there. */
  async texts({ keychainService }: Pick<Job, 'keychainService'>): Promise<readonly string[]> {
    const keychain = this.keychain(keychainService)
    const texts: string[] = []
    for (const name of await this.entries({ keychainService })) {
      texts.push(must(await keychain.get(refOf(name), { unattended: true })))
    }
    await keychain.close()
    return texts
  }

  /** A client of the keyring; all of them share one keychain process, which nobody kills. */
  keychain(service: string): KeychainClient {
    return new KeychainClient({ service, spawn: () => this.seat() })
  }

  /** What the person reads in the mail, in the captcha, in an authenticator, or has written down. */
  answer(what: Question, { deed, job: { email } }: Start): string {
    const { sandbox } = this
    const { adapter } = deed
    switch (what) {
      case 'captcha':
        return sandbox.captchas.latest(adapter === 'cloudreve' ? 'cloudreve' : 'ipcola').answer
      case 'link':
        return sandbox.mailbox.latest(email)?.link ?? sandbox.cloudreve.activationLinkFor(email)
      case 'code':
        if (adapter === 'ipcola') return sandbox.ipcola.requestVcode(email)
        return adapter === 'ruuvi' ? sandbox.ruuvi.codeFor(email) : sandbox.cloudreve.totp(email)
      case 'token':
        return this.tokenOf(deed, email)
    }
  }

  async close(): Promise<void> {
    this.shared?.disconnect()
    await Promise.all([this.sandbox.close(), this.keyring.close()])
    await rm(this.folder, { recursive: true, force: true })
  }

  private addUser({ adapter, user }: Deed, email: string): void {
    if (user === 'unknown') return
    const { ipcola, ruuvi, cloudreve } = this.sandbox
    switch (adapter) {
      case 'ipcola':
        return ipcola.addUser({ email, password: oldPassword })
      case 'ruuvi':
        return ruuvi.addUser(email)
      case 'cloudreve': {
        const status = user === 'inactive' ? 'inactive' : 'active'
        const twoFactor = user === 'second-factor'
        cloudreve.addUser({ email, password: oldPassword, status, twoFactor })
        return
      }
    }
  }

  private tokenOf({ adapter }: Deed, email: string): string {
    const { ipcola, ruuvi, cloudreve } = this.sandbox
    switch (adapter) {
      case 'ipcola':
        return ipcola.tokenFor(email)
      case 'ruuvi':
        return ruuvi.tokenFor(email)
      case 'cloudreve':
        return cloudreve.tokenFor(email).refresh_token
    }
  }

  private sessionOf({ adapter }: Deed, email: string, expired: boolean): object {
    if (adapter !== 'cloudreve') return { v: 1, access: this.tokenOf({ adapter } as Deed, email) }
    const pair = this.sandbox.cloudreve.tokenFor(email)
    const now = Date.now()
    return {
      v: 1,
      access: pair.access_token,
      refresh: pair.refresh_token,
      accessExpiresAt: expired ? now - 1000 : now + 3_600_000,
      refreshExpiresAt: now + 14 * dayMs,
    }
  }

  private entry(
    deed: Deed,
    email: string,
    { session, password = false, expired = false, entry }: Subject,
    secrets: Map<string, string>,
  ): AccountEntry {
    const id = accountId.parse(randomUUID())
    const adapter = adapterId.parse(deed.adapter)
    if (session) secrets.set(`${id}/session`, JSON.stringify(this.sessionOf(deed, email, expired)))
    if (password) secrets.set(`${id}/password`, oldPassword)
    return {
      ...{ id, adapter, email, label: email, position: 0, createdAt: Date.now(), tags: [] },
      server: serverIdOf(adapter, this.sandbox.urls[deed.adapter]),
      ...{ hidden: false, hasSecret: session, passwordRemembered: password },
      refreshable: session && deed.adapter === 'cloudreve',
      ...entry,
    }
  }

  /** Starting a keychain process for each look would take longer than the kill itself. */
  private seat(): KeychainChild {
    this.shared ??= fork(resolve(keychainChild), {
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...this.keyring.env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const child = this.shared
    child.setMaxListeners(0)
    const seat = asKeychainChild(child)
    const leave: (() => void)[] = []
    return {
      postMessage: (message) => seat.postMessage(message),
      on: (event: 'message' | 'exit', listener: (message: unknown) => void) => {
        child.on(event, listener)
        leave.push(() => child.off(event, listener))
        if (event === 'exit') leave.push(() => listener(undefined))
      },
      kill: () => {
        for (const one of leave.splice(0)) one()
        return true
      },
    }
  }
}

function refOf(name: string): SecretRef {
  const [account, kind] = name.split('/')
  return { account: accountId.parse(account), kind: kind === 'password' ? 'password' : 'session' }
}
