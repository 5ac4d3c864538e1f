/**
 * One computer whose keychain is about to fail: services, a real keyring, the built app with its window,
 * and an account whose token has lain in the keyring since long ago.
 */
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { serverIdOf } from '../../../src/main/accounts/servers'
import { KeychainClient } from '../../../src/main/keychain/client'
import { accountId, adapterId } from '../../../src/shared/account'
import { must } from '../../fakes/program'
import { launchApp, type RunningApp } from '../../e2e/launch'
import { startKeyring, type Keyring } from '../../integration/keychain/keyring'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'
import { asKeychainChild, keychainChild } from '../crash/parts'
import { Findings, type Outcome } from '../fault'
import { Ledger } from './ledger'
import { Onlooker } from './onlooker'

/** The name that the app's entries bear while a test drives it. */
export const keychainService = 'Latchkey (test)'

/** The account that was there before anything failed, and its token. */
export interface Old {
  readonly email: string
  readonly token: string
}

export interface Desk {
  readonly sandbox: Sandbox
  readonly keyring: Keyring
  readonly app: RunningApp
  readonly person: Onlooker
  readonly old: Old
  readonly findings: Findings
}

export interface DeskOptions {
  /** What is done to the keyring before the app starts. */
  readonly before?: (keyring: Keyring) => Promise<void>
  /** What of the environment is another one than the keyring's. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Starts all of it, does `work`, and then compares book and keyring: what the work has not mended by
 * then is harm. Gives what was found; `work` gives what was done.
 */
export async function atDesk(
  options: DeskOptions,
  work: (desk: Desk) => Promise<string>,
): Promise<Outcome> {
  const findings = new Findings()
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-keychain-'))
  const [sandbox, keyring] = await Promise.all([startSandbox(), startKeyring()])
  const ends: (() => Promise<unknown>)[] = [
    () => rm(profile, { recursive: true, force: true }),
    () => sandbox.close(),
    () => keyring.close(),
  ]
  try {
    const old = await plant({ sandbox, keyring, profile })
    await options.before?.(keyring)
    const { mailbox, ...servers } = sandbox.urls
    const given = { LATCHKEY_SERVERS: JSON.stringify(servers), LATCHKEY_MAILBOX: mailbox }
    const app = await launchApp({ profile, env: { ...keyring.env, ...given, ...options.env } })
    ends.push(() => app.close())
    const person = new Onlooker({ app, sandbox }, findings)
    const desk = { sandbox, keyring, app, person, old, findings }
    const did = await work(desk).catch((error: unknown) => {
      // What was found before is told as well.
      findings.check(false, error instanceof Error ? (error.stack ?? error.message) : String(error))
      return 'did not come to an end'
    })
    keyring.resumeDaemon()
    const ledger = new Ledger({ profile, keyring, sandbox, findings })
    await ledger.settled()
    for (const bug of app.output().match(/^.*(?: bug |unhandled|uncaught).*$/gim) ?? []) {
      findings.check(false, `The program printed: ${bug}`)
    }
    await ledger.compare([old, ...person.loggedIn])
    return findings.outcome(did)
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

/** Puts an account into the book and its token into the keyring, as an earlier run of the app would have. */
async function plant(place: {
  readonly sandbox: Sandbox
  readonly keyring: Keyring
  readonly profile: string
}): Promise<Old> {
  const { sandbox, keyring, profile } = place
  const email = 'old@ruuvi.example'
  sandbox.ruuvi.addUser(email)
  const token = sandbox.ruuvi.tokenFor(email)
  const id = accountId.parse(randomUUID())
  const adapter = adapterId.parse('ruuvi')
  const account = {
    ...{ id, adapter, email, label: email, position: 0, createdAt: Date.now(), tags: [] },
    server: serverIdOf(adapter, sandbox.urls.ruuvi),
    ...{ hidden: false, hasSecret: true, passwordRemembered: false, refreshable: false },
  }
  const book = { version: 1, accounts: [account], sites: [], settings: {} }
  await writeFile(join(profile, 'book.json'), JSON.stringify(book), { mode: 0o600 })
  const keychain = clientOf(keyring)
  const secret = JSON.stringify({ v: 1, access: token })
  must(await keychain.set({ account: id, kind: 'session' }, secret))
  await keychain.close()
  return { email, token }
}

/** A client of the keyring beside the app's own, with a keychain process of its own. */
export function clientOf(keyring: Keyring): KeychainClient {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...keyring.env }
  return new KeychainClient({
    service: keychainService,
    spawn: () =>
      asKeychainChild(
        fork(resolve(keychainChild), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
      ),
  })
}
