/**
 * What must hold after a kill, whichever program was killed: no account gone or doubled, no secret
 * without an account, none silently lost, nothing sent twice. Judged from the book, the keyring's own list
 * and the requests that the services have received; each sentence begins with `where`.
 */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { bookFormat, type AccountEntry } from '../../../src/main/accounts/book'
import type { LoggedRequest } from '../../sandbox/kit/request-log'
import type { Findings } from '../fault'

export interface Complaints {
  readonly where: string
  readonly findings: Findings
}

/** What is left on the disk and in the keyring once a program has settled. */
export interface Remains {
  /** Undefined where the book cannot be read. */
  readonly entries: readonly AccountEntry[] | undefined
  readonly files: readonly string[]
  /** The names of the entries in the keyring: `<account>/<kind>`. */
  readonly kept: readonly string[]
}

export async function readRemains(profile: string, kept: readonly string[]): Promise<Remains> {
  return { entries: await readBook(profile), files: await readdir(profile), kept }
}

export async function readBook(profile: string): Promise<readonly AccountEntry[] | undefined> {
  const text = await readFile(join(profile, 'book.json'), 'utf8')
  return bookFormat.read(JSON.parse(text))?.accounts
}

export function judgeFiles({ files }: Remains, { where, findings }: Complaints): void {
  const damaged = files.filter((name) => name.includes('.damaged-'))
  findings.check(damaged.length === 0, `${where}: set aside as damaged: ${damaged.join(', ')}`)
}

/** Every account of before is there unless it may be gone, none is there twice, none waits for a store. */
export function judgeAccounts(
  before: readonly AccountEntry[],
  { entries }: Remains,
  mayBeGone: (account: AccountEntry) => boolean,
  { where, findings }: Complaints,
): void {
  if (!entries) return findings.count({ accountsLost: 1 }, `${where}: the book cannot be read`)
  for (const known of before) {
    const after = entries.find(({ id }) => id === known.id)
    if (after) {
      const same = after.email === known.email && after.server === known.server
      findings.check(same, `${where}: ${known.email} is another account now`)
    } else if (!mayBeGone(known)) {
      findings.count({ accountsLost: 1 }, `${where}: ${known.email} is gone`)
    }
  }
  const emails = entries.map(({ email, server }) => `${email} at ${server}`)
  findings.check(new Set(emails).size === emails.length, `${where}: an account is there twice`)
  for (const { email, storing, removing } of entries) {
    const settled = storing === undefined && removing !== true
    findings.check(settled, `${where}: ${email} waits in ${storing ?? 'its removal'}`)
  }
}

/** What a service knows of, the book knows of. */
export function judgeKnown(
  email: string,
  { entries = [] }: Remains,
  { where, findings }: Complaints,
): void {
  if (entries.some((entry) => entry.email === email)) return
  findings.count({ accountsLost: 1 }, `${where}: the service knows ${email}, the book does not`)
}

/** Book and keyring agree, and what was kept before still is unless it may be gone. */
export function judgeSecrets(
  before: Iterable<string>,
  { entries = [], kept }: Remains,
  mayBeGone: (name: string) => boolean,
  { where, findings }: Complaints,
): void {
  for (const name of kept) {
    const [id, kind] = name.split('/')
    const owner = entries.find((entry) => entry.id === id)
    const known = kind === 'session' ? owner?.hasSecret : owner?.passwordRemembered
    if (known !== true) findings.count({ secretsOrphaned: 1 }, `${where}: nobody knows of ${name}`)
  }
  for (const { id, email, hasSecret } of entries) {
    const held = kept.includes(`${id}/session`)
    findings.check(held || !hasSecret, `${where}: ${email} says that it has a secret`)
  }
  for (const name of before) {
    if (!mayBeGone(name)) findings.check(kept.includes(name), `${where}: ${name} is lost`)
  }
}

/** Requests that must never be sent twice, as the sandbox calls them. */
const once: ReadonlySet<string> = new Set([
  ...['ipcola register', 'ipcola resetPassword', 'ruuvi register', 'ruuvi verify'],
  ...['cloudreve signUp', 'cloudreve activate', 'cloudreve askReset', 'cloudreve reset'],
])

export type Counts = ReadonlyMap<string, number>

/** How often each of those requests was made. */
export function countOnce(requests: readonly LoggedRequest[]): Counts {
  const counts = new Map<string, number>()
  for (const { service, operation } of requests) {
    const name = `${service} ${operation ?? ''}`
    if (once.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** Nothing was sent more often than a person has asked for. */
export function judgeRepeats(sent: Counts, asked: Counts, { where, findings }: Complaints): void {
  for (const [name, count] of sent) {
    const over = count - (asked.get(name) ?? 0)
    if (over <= 0) continue
    findings.count({ registrationsRepeated: over }, `${where}: ${name} was sent ${count} times`)
  }
}
