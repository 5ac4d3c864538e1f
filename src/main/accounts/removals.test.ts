import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exported, opened, taken, view } from '../../../test/fakes/backups'
import { FakeClock, settle } from '../../../test/fakes/clock'
import {
  logIn,
  madeUpServer,
  must,
  rig,
  sendCode,
  settled,
  theId,
} from '../../../test/fakes/program'
import { accountId, adapterId } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { Removal } from '../../shared/removal'
import { veilSnapshot } from '../../shared/veil'
import { Observed } from '../observed'
import { Book, bookFormat, type AccountEntry } from './book'
import { DurableFile } from './durable-file'
import { Removals, undoMs } from './removals'

const id = accountId.parse('account-one')

const entry: AccountEntry = {
  id,
  adapter: adapterId.parse('made-up'),
  server: madeUpServer,
  email: 'a@b.c',
  label: 'One',
  position: 0,
  createdAt: 0,
  tags: [],
  hidden: false,
  hasSecret: true,
  passwordRemembered: false,
  refreshable: false,
}

type Answer = (even: boolean) => Promise<Result<void>> | Result<void>

/** Removals from a real book with one account, by a clock of the test's own. */
async function open(answer: Answer = () => ok(undefined)) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-removals-'))
  const file = new DurableFile(join(folder, 'book.json'), bookFormat, Date.now)
  const book = new Book(file, await file.load())
  must(await book.update((content) => ({ ...content, accounts: [entry] })))
  const clock = new FakeClock()
  const view = new Observed<Removal[]>([])
  const asked: boolean[] = []
  const removals = new Removals({
    ...{ book, view, now: clock.now, timer: clock.timer },
    attempts: { views: () => [], leave: () => undefined },
    sessions: {
      remove: async (_, even) => {
        asked.push(even)
        const answered = await answer(even)
        if (answered.ok) await book.update((content) => ({ ...content, accounts: [] }))
        return answered
      },
    },
  })
  const listed = () => book.accounts.filter((one) => !book.isLeaving(one.id)).length
  return { book, clock, view, asked, removals, listed }
}

describe('a removal', () => {
  it('takes the account off the list at once and touches nothing until its time is over', async () => {
    const { book, clock, view, asked, removals, listed } = await open()
    const before = book.accounts
    must(removals.begin(id))
    expect(listed()).toBe(0)
    expect(view.value).toMatchObject([{ kind: 'waiting', endsAt: clock.now() + undoMs }])
    await clock.advance(undoMs - 1)
    expect(asked).toEqual([])
    expect(book.accounts).toBe(before)
    await clock.advance(1)
    await removals.idle()
    expect(asked).toEqual([false])
    expect(book.accounts).toHaveLength(0)
    expect(view.value).toEqual([])
  })

  it('that is undone leaves the account as it was', async () => {
    const { book, clock, view, asked, removals, listed } = await open()
    const before = book.accounts
    must(removals.begin(id))
    must(removals.undo(id))
    await clock.advance(undoMs)
    expect(book.accounts).toBe(before)
    expect(listed()).toBe(1)
    expect(asked).toEqual([])
    expect(view.value).toEqual([])
    expect(removals.undo(id)).toMatchObject({ failure: { code: 'not-found' } })
  })

  it('has its whole time again as often as somebody looks at it', async () => {
    const { clock, asked, removals } = await open()
    must(removals.begin(id))
    for (let look = 0; look < 3; look += 1) {
      await clock.advance(undoMs - 1)
      removals.extend()
    }
    expect(asked).toEqual([])
    await clock.advance(undoMs)
    expect(asked).toEqual([false])
  })

  it('does not go on while nobody could undo it', async () => {
    const { clock, view, asked, removals } = await open()
    must(removals.begin(id))
    removals.pause()
    await clock.advance(10 * undoMs)
    expect(asked).toEqual([])
    removals.goOn()
    expect(view.value).toMatchObject([{ endsAt: clock.now() + undoMs }])
    await clock.advance(undoMs)
    expect(asked).toEqual([false])
  })

  it('that the service could not be told of brings the account back and says why', async () => {
    const { clock, view, asked, removals, listed } = await open((even) =>
      even ? ok(undefined) : fail('offline'),
    )
    must(removals.begin(id))
    await clock.advance(undoMs)
    await removals.idle()
    expect(listed()).toBe(1)
    expect(view.value).toMatchObject([{ kind: 'failed', failure: { code: 'offline' } }])
    must(await removals.finish(id, true))
    expect(asked).toEqual([false, true])
  })

  it('that failed can be put away, and begun again', async () => {
    const { clock, view, removals, listed } = await open(() => fail('keychain-locked'))
    must(removals.begin(id))
    await clock.advance(undoMs)
    await settle()
    removals.putAway(id)
    expect(view.value).toEqual([])
    must(removals.begin(id))
    removals.putAway(id)
    expect(view.value).toHaveLength(1)
    expect(listed()).toBe(0)
  })

  it('cannot be undone once it has begun in earnest', async () => {
    const answer = settled<Result<void>>()
    const { clock, view, removals, listed } = await open(() => answer.promise)
    must(removals.begin(id))
    await clock.advance(undoMs)
    expect(view.value).toEqual([])
    expect(listed()).toBe(0)
    expect(removals.undo(id)).toMatchObject({ failure: { code: 'not-found' } })
    expect(await removals.finish(id, true)).toMatchObject({ failure: { code: 'not-found' } })
    answer.settle(fail('offline'))
    await removals.idle()
    expect(listed()).toBe(1)
  })
})

/** An account whose removal waits for the service's answer to the log-out. */
async function removing() {
  const it = await rig()
  await logIn(it, 'a@b.c')
  const id = theId(it.program.views.accounts()[0])
  const loggingOut = settled<undefined>()
  const answer = settled<Result<void>>()
  it.script.logOut = () => {
    loggingOut.settle(undefined)
    return answer.promise
  }
  must(it.program.removals.begin(id))
  const removed = it.program.removals.finish(id, false)
  await loggingOut.promise
  return { it, id, removed, answer }
}

describe('a program with a removal that can be undone', () => {
  it('has the account as it was after the next start', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    const before = it.program.views.accounts()
    must(it.program.removals.begin(theId(before[0])))
    expect(it.program.views.accounts()).toHaveLength(0)
    const later = await it.restart()
    expect(later.program.views.accounts()).toEqual(before)
    expect(later.keychain.secrets.size).toBe(1)
  })

  it('gives out nothing of the account, and makes it active nowhere', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    const id = theId(it.program.views.accounts()[0])
    must(it.program.removals.begin(id))
    expect(it.program.views.details(id)).toBeUndefined()
    expect(await it.program.quickLogin.run(id)).toMatchObject({ failure: { code: 'not-found' } })
  })

  it('of the active account leaves the server with one, where another comes meanwhile', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    const path = await exported(it)
    const id = theId(it.program.views.accounts()[0])
    must(it.program.removals.begin(id))
    await logIn(it, 'd@e.f')
    await it.program.idle()
    expect(view(it).accounts).toMatchObject([{ email: 'd@e.f', active: true }])
    must(await it.program.removals.finish(id, false))
    expect(view(it).accounts).toMatchObject([{ email: 'd@e.f', active: true }])
    must(it.program.removals.begin(theId(view(it).accounts[0])))
    await taken(it, await opened(it, path))
    expect(view(it).accounts).toMatchObject([{ email: 'a@b.c', active: true }])
  })

  it('lets whoever logs in to the account again have it back', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    const id = theId(it.program.views.accounts()[0])
    must(it.program.removals.begin(id))
    await logIn(it, 'a@b.c', 'efgh')
    expect(it.program.views.accounts()).toMatchObject([{ id, active: true }])
    expect(it.program.mirror.snapshot().removals).toEqual([])
  })

  it('is over before somebody who logs in to the same address has an account anew', async () => {
    const { it, id, removed, answer } = await removing()
    const login = logIn(it, 'a@b.c', 'efgh')
    answer.settle(ok(undefined))
    must(await removed)
    expect((await login).phase.kind).toBe('done')
    expect(it.program.views.accounts()).toMatchObject([
      { email: 'a@b.c', hasSecret: true, active: true },
    ])
    expect(theId(it.program.views.accounts()[0])).not.toBe(id)
    expect([...it.keychain.secrets.values()].join()).toContain('token-for-efgh')
  })

  it('can be stopped being waited for, and is told of no more where it fails for who has waited', async () => {
    const { it, id, removed, answer } = await removing()
    const { runner } = it.program
    const begun = must(await runner.begin('login', madeUpServer, undefined))
    const sending = runner.submit(begun.id, 'email', { email: 'a@b.c' })
    must(runner.stop(begun.id))
    expect(must(await sending).failure?.code).toBe('cancelled')
    const login = logIn(it, 'a@b.c', 'efgh')
    answer.settle(fail('offline'))
    await removed
    expect((await login).phase.kind).toBe('done')
    expect(it.program.mirror.snapshot().removals).toEqual([])
    expect(it.program.views.accounts().map((one) => one.id)).toEqual([id])
  })

  it('is not brought to anything by the answer to an attempt from before', async () => {
    const it = await rig()
    const sent = await sendCode(it, 'a@b.c')
    const id = theId(it.program.views.accounts()[0])
    must(it.program.removals.begin(id))
    expect(it.program.runner.view(sent.id)).toBeUndefined()
    expect(it.program.views.accounts()).toHaveLength(0)
    must(it.program.removals.undo(id))
    expect(must(await it.program.runner.resume(id)).phase).toMatchObject({ view: { step: 'code' } })
  })

  it('waits while Latchkey is locked, and has the account when it is open again', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    const { program } = it
    must(await program.lock.turnOn('a passphrase of mine'))
    await program.lock.idle()
    const id = theId(program.views.accounts()[0])
    must(program.removals.begin(id))
    program.lock.lock()
    expect(veilSnapshot(program.mirror.snapshot()).removals).toEqual([])
    must(await program.lock.unlock('a passphrase of mine'))
    expect(program.mirror.snapshot().removals).toMatchObject([{ kind: 'waiting', account: id }])
    must(program.removals.undo(id))
    expect(program.views.accounts()).toHaveLength(1)
  })
})
