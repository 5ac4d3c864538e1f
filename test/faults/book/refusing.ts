/**
 * A disk that refuses: at every single step in turn, once or from there on, by steps that are told to
 * and by a real full disk and a real folder that may not be written.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DurableFile } from '../../../src/main/accounts/durable-file'
import { bookFormat } from '../../../src/main/accounts/book'
import type { FileSteps } from '../../../src/main/accounts/file-steps'
import { accountId, type AccountId } from '../../../src/shared/account'
import type { Result } from '../../../src/shared/failure'
import { failingDisk } from '../../fakes/failing-disk'
import { logIn, type Rig } from '../../fakes/program'
import { Findings, type Outcome } from '../fault'
import { bookText, content, Shelf } from './shelf'

const caller = { windowId: 1, paste: () => undefined }
const account = (number: number): AccountId => accountId.parse(`account-number-${number}`)

/** Everything that writes to the book or beside it. */
const deeds: Readonly<Record<string, (it: Rig) => unknown>> = {
  'a login': (it) => logIn(it, 'new@example.com'),
  'a rename': ({ program }) =>
    program.handlers['accounts.describe']({ account: account(0), label: 'Another' }, caller),
  'a move': ({ program }) =>
    program.handlers['accounts.move']({ account: account(0), before: null }, caller),
  'a removal': ({ program: { removals } }) => {
    removals.begin(account(1))
    return removals.finish(account(1), true)
  },
  'a log-out': ({ program }) =>
    program.handlers['accounts.logOut']({ account: account(0) }, caller),
  'a forgotten password': ({ program }) =>
    program.handlers['accounts.forgetPassword']({ account: account(1) }, caller),
  'a switch': ({ program }) =>
    program.handlers['accounts.activate']({ account: account(1) }, caller),
  'a setting': ({ program }) =>
    program.handlers['settings.change']({ notifications: false }, caller),
}

/** Injected errors at every step of every deed. `stride` leaves out some. */
export async function refusedSteps(code: 'ENOSPC' | 'EACCES', stride = 1): Promise<Outcome> {
  const findings = new Findings()
  let tried = 0
  for (const [name, deed] of Object.entries(deeds)) {
    for (const on of [false, true]) {
      for (let at = 1; ; at += stride) {
        const where = `${name}, step ${at} ${on ? 'and on' : 'alone'}`
        const { steps, count } = failingDisk(code, at, on)
        await oneRefusal(name, deed, steps, where, findings)
        tried += 1
        if (count() < at) break
      }
    }
  }
  return findings.outcome(`${code} at ${tried} steps of ${Object.keys(deeds).length} deeds`)
}

async function oneRefusal(
  name: string,
  deed: (it: Rig) => unknown,
  steps: FileSteps,
  where: string,
  findings: Findings,
): Promise<void> {
  const shelf = await Shelf.with({ 'book.json': bookText, 'book.json.bak': bookText })
  try {
    const it = await shelf.open(steps)
    const before = it.program.views.accounts().map(({ id, label }) => `${id} ${label}`)
    try {
      const result = (await deed(it)) as Partial<Result<unknown>>
      await it.program.idle()
      if (result.ok === false) {
        findings.check(result.failure?.code === 'disk-failed', `${where}: not called disk-failed`)
        const after = it.program.views.accounts().map(({ id, label }) => `${id} ${label}`)
        const same = name !== 'a rename' || after.join() === before.join()
        findings.check(same, `${where}: refused, and shown all the same`)
      }
    } catch (error) {
      // The fake's login throws where a step of it is refused; anything else is a bug.
      const refused = error instanceof Error && error.message === 'Failed: disk-failed'
      findings.check(refused, `${where}: ${String(error)}`)
    }
    await it.program.close()
    await afterwards(shelf, name, where, findings)
  } finally {
    await shelf.close()
  }
}

/** The disk is well again: the next start has everything, and what was refused can be done. */
async function afterwards(
  shelf: Shelf,
  name: string,
  where: string,
  findings: Findings,
): Promise<void> {
  const again = await shelf.open()
  await again.program.idle()
  const { book } = again.program.mirror.snapshot()
  findings.check(book.kind === 'fine', `${where}: then the book is ${book.kind}`)
  const there = new Set(again.program.views.accounts().map(({ id }) => id))
  const wanted = content.accounts.filter(({ id }) => name !== 'a removal' || id !== account(1))
  const lost = wanted.filter(({ id }) => !there.has(id)).length
  if (lost > 0) findings.count({ accountsLost: lost }, `${where}: ${lost} accounts are gone`)
  const { value } = await shelf.load()
  const orphans = shelf.orphans(value.accounts)
  if (orphans.length > 0) {
    const why = `${where}: nobody knows of ${orphans.join(', ')}`
    findings.count({ secretsOrphaned: orphans.length }, why)
  }
  const input = { account: account(2), label: 'Goes on' }
  const done = await again.program.handlers['accounts.describe'](input, caller)
  findings.check(done.ok, `${where}: afterwards nothing can be changed`)
  await again.program.close()
}

/** A file system of its own with no room left. Needs the right to mount one. */
export async function fullDisk(): Promise<Outcome> {
  const findings = new Findings()
  const place = mkdtempSync(join(tmpdir(), 'latchkey-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'pipe' })
  } catch {
    rmSync(place, { recursive: true })
    return findings.outcome('left out: this user may not mount a small disk')
  }
  try {
    await onRealDisk(place, findings, {
      refuse: () => {
        try {
          writeFileSync(join(place, 'filler'), Buffer.alloc(100_000))
        } catch {
          // It is full now.
        }
      },
      relent: () => rmSync(join(place, 'filler')),
    })
    return findings.outcome('a real disk that is full, and then has room again')
  } finally {
    execFileSync('umount', [place])
    rmSync(place, { recursive: true })
  }
}

/** A folder that may be read and not written. Root may write anywhere, so it is somebody else then. */
export async function lockedFolder(): Promise<Outcome> {
  const findings = new Findings()
  const nobody = 65_534
  const isRoot = process.getuid?.() === 0
  const place = mkdtempSync(join(tmpdir(), 'latchkey-locked-'))
  if (isRoot) chownSync(place, nobody, nobody)
  const groups = isRoot ? process.getgroups?.() : undefined
  try {
    if (isRoot) process.seteuid?.(nobody)
    await onRealDisk(place, findings, {
      refuse: () => chmodSync(place, 0o500),
      relent: () => chmodSync(place, 0o700),
    })
    return findings.outcome('a real folder that may not be written, and then may again')
  } finally {
    if (isRoot) process.seteuid?.(0)
    if (groups) process.setgroups?.(groups)
    rmSync(place, { recursive: true, force: true })
  }
}

interface Real {
  refuse(): void
  relent(): void
}

/** A book that is saved, refused, read again and saved: nothing of it is ever lost. */
async function onRealDisk(place: string, findings: Findings, real: Real): Promise<void> {
  const file = new DurableFile(join(place, 'book.json'), bookFormat)
  await file.load()
  const first = await file.save(content)
  findings.check(first.ok, 'the book could not be saved at first')
  const other = { ...content, accounts: content.accounts.map((one) => ({ ...one, label: 'B' })) }
  real.refuse()
  for (let times = 0; times < 3; times += 1) {
    const saved = await file.save(other)
    const code = saved.ok ? 'saved' : saved.failure.code
    findings.check(code === 'disk-failed', `a disk that refuses is called ${code}`)
    const read = await new DurableFile(join(place, 'book.json'), bookFormat).load()
    const whole = read.kind === 'fine' && JSON.stringify(read.value) === JSON.stringify(content)
    if (!whole) findings.count({ accountsLost: 4 }, `after a refused save the book is ${read.kind}`)
  }
  real.relent()
  const saved = await file.save(other)
  findings.check(saved.ok, 'with the disk well again, nothing can be saved')
  const read = await new DurableFile(join(place, 'book.json'), bookFormat).load()
  const held = JSON.stringify(read.value) === JSON.stringify(other)
  findings.check(held, 'what was saved is not what is read')
}
