/** Starts the program again after a kill, and looks for anything that was lost, left over or done twice. */
import type { AccountEntry } from '../../../src/main/accounts/book'
import { createHttpClient } from '../../../src/main/adapters/http'
import { openProgram, type Program } from '../../../src/main/program'
import type { Ground, Start } from './ground'
import { wrongBackup } from './backups'
import { unlockAndSettle, withPassphrase, wrongForm } from './locked'
import { programOptions } from './parts'
import { oldPassword } from './person'
import * as rules from './rules'
import { countOnce, type Complaints, type Counts, type Remains } from './rules'

/**
 * Opens the program on what is left, lets it settle, and judges. `allowed` is what the deed itself sends,
 * as a whole run of it has shown.
 */
export async function judge(
  ground: Ground,
  start: Start,
  allowed: Counts,
  complaints: Complaints,
): Promise<void> {
  const { job } = start
  const sent = countOnce(ground.sandbox.requests.list())
  const keychain = ground.keychain(job.keychainService)
  const program = await openProgram({
    ...programOptions(job),
    http: createHttpClient({ userAgent: 'Latchkey/test' }),
    keychain,
  })
  await keychain.retry({ unattended: true })
  await unlockAndSettle(program)
  const remains = await rules.readRemains(job.profile, await ground.entries(job))
  const view: View = { ground, start, program, remains, sent, ...complaints }
  judgeBook(view)
  await judgeSecrets(view)
  await judgeGoingOn(view)
  await judgeBackup(view)
  // A kill before the deed has asked for it, and a later request, would be nobody's wish.
  const asked = new Map(
    [...allowed].map(([name, count]) => [name, Math.min(count, sent.get(name) ?? 0)]),
  )
  rules.judgeRepeats(countOnce(ground.sandbox.requests.list()), asked, complaints)
  await program.close()
}

interface View extends Complaints {
  readonly ground: Ground
  readonly start: Start
  readonly program: Program
  readonly remains: Remains
  readonly sent: Counts
}

function judgeBook(view: View): void {
  const { program, start, remains, sent, where, findings } = view
  const { job, deed } = start
  const { book } = program.mirror.snapshot()
  findings.check(book.kind === 'fine', `${where}: the book was ${book.kind}`)
  rules.judgeFiles(remains, view)
  const ended = deed.ends === 'account'
  rules.judgeAccounts(start.accounts, remains, ({ id }) => ended && id === job.subject, view)
  const before = start.accounts.find(({ id }) => id === job.bystander)
  const after = remains.entries?.find(({ id }) => id === job.bystander)
  if (before && after) {
    const untouched = after.hasSecret && after.label === before.label && !after.pending
    findings.check(untouched, `${where}: the account beside it has changed`)
  }
  if (sent.size > 0) rules.judgeKnown(job.email, remains, view)
}

async function judgeSecrets(view: View): Promise<void> {
  const { start, remains, ground, where, findings } = view
  const { job, deed, secrets } = start
  const isSubjects = (name: string): boolean => name.split('/')[0] === job.subject
  const mayBeGone = (name: string): boolean => isSubjects(name) && deed.ends !== undefined
  rules.judgeSecrets(secrets.keys(), remains, mayBeGone, view)
  const wrong = await wrongForm(job.profile, view.program, await ground.texts(job))
  findings.check(wrong === undefined, `${where}: ${wrong ?? ''}`)
  const keychain = await withPassphrase(job.profile, ground.keychain(job.keychainService))
  for (const [name, secret] of secrets) {
    if (mayBeGone(name) || !remains.kept.includes(name)) continue
    const [id, kind] = name.split('/')
    const account = remains.entries?.find((one) => one.id === id)?.id ?? job.bystander
    const ref = { account, kind: kind === 'session' ? kind : 'password' } as const
    const read = await keychain.get(ref, { unattended: true })
    const same = read.ok && (isSubjects(name) || read.value === secret)
    findings.check(same, `${where}: ${name} cannot be read, or is another one`)
  }
  await keychain.close()
}

/** What the person would do next leads on: a waiting attempt opens, a password that is not there is asked for. */
async function judgeGoingOn({
  start,
  remains: { entries = [], kept },
  ground,
  program,
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
  if (own.passwordRemembered && !kept.includes(`${own.id}/password`)) {
    const begun = await program.runner.begin('login', own.server, own.id)
    const asked = begun.ok && begun.value.phase.kind === 'step'
    const healed = program.views.account(own.id)?.passwordRemembered === false
    findings.check(asked && healed, `${where}: a password is remembered that is not there`)
  }
  const state = program.views.account(own.id)?.state
  const ready = state === 'ready' || state === 'expired'
  findings.check(!ready || token !== undefined, `${where}: it looks ready and has no token`)
}

async function judgeBackup({ start, program, where, findings }: View): Promise<void> {
  const { deed, job } = start
  if (!deed.backup) return
  const wrong = await wrongBackup(job.profile, program, [job.email, oldPassword])
  findings.check(wrong === undefined, `${where}: ${wrong ?? ''}`)
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
