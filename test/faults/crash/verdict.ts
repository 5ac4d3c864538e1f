/** Starts the program again after a kill, and looks for anything that was lost, left over or done twice. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { bookFormat, type AccountEntry } from '../../../src/main/accounts/book'
import { createHttpClient } from '../../../src/main/adapters/http'
import { openProgram, type Program } from '../../../src/main/program'
import type { Findings } from '../fault'
import type { Ground, Start } from './ground'
import { unlockAndSettle, withPassphrase, wrongForm } from './locked'
import { programOptions } from './parts'

/** Requests that must never be sent twice, as the sandbox calls them. */
const once: ReadonlySet<string> = new Set([
  ...['ipcola register', 'ipcola resetPassword', 'ruuvi register', 'ruuvi verify'],
  ...['cloudreve signUp', 'cloudreve activate', 'cloudreve askReset', 'cloudreve reset'],
])

/** How often each of those requests was made so far. */
export function countOnce({ sandbox }: Ground): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { service, operation } of sandbox.requests.list()) {
    const name = `${service} ${operation ?? ''}`
    if (once.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** What the deed itself sends, as a whole run of it has shown. */
export type Allowed = ReadonlyMap<string, number>

/** Opens the program on what is left, lets it settle, and judges. `where` begins each sentence. */
export async function judge(
  ground: Ground,
  start: Start,
  allowed: Allowed,
  { where, findings }: { readonly where: string; readonly findings: Findings },
): Promise<void> {
  const { job } = start
  const sent = countOnce(ground)
  const keychain = ground.keychain(job.keychainService)
  const program = await openProgram({
    ...programOptions(job),
    http: createHttpClient({ userAgent: 'Latchkey/test' }),
    keychain,
  })
  await keychain.retry({ unattended: true })
  await unlockAndSettle(program)
  const entries = await readBook(job.profile)
  const left = await ground.entries(job)
  const view: View = { ground, start, program, entries, left, sent, where, findings }
  await judgeFiles(view)
  judgeAccounts(view)
  await judgeSecrets(view)
  await judgeGoingOn(view)
  for (const [name, count] of countOnce(ground)) {
    const asked = Math.min(allowed.get(name) ?? 0, sent.get(name) ?? 0)
    if (count <= asked) continue
    const why = `${where}: ${name} was sent ${count} times`
    findings.count({ registrationsRepeated: count - asked }, why)
  }
  await program.close()
}

interface View {
  readonly ground: Ground
  readonly start: Start
  readonly program: Program
  readonly entries: readonly AccountEntry[] | undefined
  /** The names of the entries in the keyring. */
  readonly left: readonly string[]
  readonly sent: ReadonlyMap<string, number>
  readonly where: string
  readonly findings: Findings
}

async function readBook(profile: string): Promise<readonly AccountEntry[] | undefined> {
  const text = await readFile(join(profile, 'book.json'), 'utf8')
  return bookFormat.read(JSON.parse(text))?.accounts
}

async function judgeFiles({ start, program, where, findings }: View): Promise<void> {
  const { book } = program.mirror.snapshot()
  findings.check(book.kind === 'fine', `${where}: the book was ${book.kind}`)
  const names = await readdir(start.job.profile)
  const damaged = names.filter((name) => name.includes('.damaged-'))
  findings.check(damaged.length === 0, `${where}: set aside as damaged: ${damaged.join(', ')}`)
}

function judgeAccounts({ start, entries, sent, where, findings }: View): void {
  if (!entries) return findings.count({ accountsLost: 1 }, `${where}: the book cannot be read`)
  const { job, deed } = start
  for (const before of start.accounts) {
    const after = entries.find(({ id }) => id === before.id)
    if (!after && deed.ends === 'account' && before.id === job.subject) continue
    if (!after) {
      findings.count({ accountsLost: 1 }, `${where}: ${before.email} is gone`)
      continue
    }
    const same = after.email === before.email && after.server === before.server
    findings.check(same, `${where}: ${before.email} is another account now`)
    if (before.id !== job.bystander) continue
    const untouched = after.hasSecret && after.label === before.label && !after.pending
    findings.check(untouched, `${where}: the account beside it has changed`)
  }
  const emails = entries.map(({ email, server }) => `${email} at ${server}`)
  findings.check(new Set(emails).size === emails.length, `${where}: an account is there twice`)
  for (const { email, storing, removing } of entries) {
    const settled = storing === undefined && removing !== true
    findings.check(settled, `${where}: ${email} waits in ${storing ?? 'its removal'}`)
  }
  const own = entries.find(({ email }) => email === job.email)
  if (sent.size > 0 && !own) {
    findings.count(
      { accountsLost: 1 },
      `${where}: the service knows ${job.email}, the book does not`,
    )
  }
}

async function judgeSecrets(view: View): Promise<void> {
  const { start, entries = [], left, ground, where, findings } = view
  const { job, deed, secrets } = start
  for (const name of left) {
    const [id, kind] = name.split('/')
    const owner = entries.find((entry) => entry.id === id)
    const known = kind === 'session' ? owner?.hasSecret : owner?.passwordRemembered
    if (known !== true) findings.count({ secretsOrphaned: 1 }, `${where}: nobody knows of ${name}`)
  }
  const wrong = await wrongForm(job.profile, view.program, await ground.texts(job))
  findings.check(wrong === undefined, `${where}: ${wrong ?? ''}`)
  const keychain = await withPassphrase(job.profile, ground.keychain(job.keychainService))
  for (const { id, email, hasSecret } of entries) {
    const held = left.includes(`${id}/session`)
    findings.check(held || !hasSecret, `${where}: ${email} says that it has a secret`)
  }
  for (const [name, secret] of secrets) {
    const [id, kind] = name.split('/')
    const mine = id === job.subject
    if (mine && deed.ends !== undefined) continue
    if (!findings.check(left.includes(name), `${where}: ${name} is lost`)) continue
    const entry = entries.find((one) => one.id === id)
    const ref = {
      account: entry?.id ?? job.bystander,
      kind: kind === 'session' ? kind : 'password',
    } as const
    const read = await keychain.get(ref, { unattended: true })
    const kept = read.ok && (mine || read.value === secret)
    findings.check(kept, `${where}: ${name} cannot be read, or is another one`)
  }
  await keychain.close()
}

/** What the person would do next leads on: a waiting attempt opens, a password that is not there is asked for. */
async function judgeGoingOn({
  start,
  entries = [],
  ground,
  program,
  left,
  sent,
  where,
  findings,
}: View): Promise<void> {
  const { job, secrets } = start
  const own = entries.find(({ email }) => email === job.email)
  if (!own) return
  const token = await keptToken(ground, start, own)
  const fresh = token !== undefined && token !== secrets.get(`${own.id}/session`)
  if (sent.size > 0 && !fresh) {
    findings.check(
      own.pending !== undefined,
      `${where}: the service has done something nobody knows of`,
    )
  }
  if (own.pending) {
    const resumed = await program.runner.resume(own.id)
    const on = resumed.ok && resumed.value.phase.kind === 'step'
    findings.check(on, `${where}: what waits cannot be gone on with`)
    if (resumed.ok) program.runner.leave(resumed.value.id)
  }
  if (own.passwordRemembered && !left.includes(`${own.id}/password`)) {
    const begun = await program.runner.begin('login', own.server, own.id)
    const asked = begun.ok && begun.value.phase.kind === 'step'
    const healed = program.views.account(own.id)?.passwordRemembered === false
    findings.check(asked && healed, `${where}: a password is remembered that is not there`)
  }
  const state = program.views.account(own.id)?.state
  const ready = state === 'ready' || state === 'expired'
  findings.check(!ready || token !== undefined, `${where}: it looks ready and has no token`)
}

async function keptToken(
  ground: Ground,
  { job }: Start,
  own: AccountEntry,
): Promise<string | undefined> {
  const keychain = await withPassphrase(job.profile, ground.keychain(job.keychainService))
  const read = await keychain.get({ account: own.id, kind: 'session' }, { unattended: true })
  await keychain.close()
  return read.ok ? read.value : undefined
}
