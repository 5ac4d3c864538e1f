import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crowdId } from '../../../test/fakes/crowd'
import { logIn, rig, theId, type Rig } from '../../../test/fakes/program'
import { script } from '../../../test/fakes/service'
import { fail, ok } from '../../shared/failure'
import { DurableFile } from './durable-file'
import { fileSteps } from './file-steps'
import { History, historyFormat, historyLimit, withHappening, type Happening } from './history'
import { activityFormat, outcomesFormat, Usage } from './usage'

const account = crowdId(0)
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-history-'))
})
afterEach(() => rm(folder, { recursive: true }))

function file(steps = fileSteps) {
  return new DurableFile(join(folder, 'history.json'), historyFormat, Date.now, steps)
}

const told = (kinds: readonly Happening[]) =>
  kinds
    .map((kind, at) => ({ kind, at }))
    .reduce<ReturnType<typeof withHappening>>(withHappening, [])

describe('one line for what is one thing', () => {
  it.each<[Happening[], (readonly [Happening, number])[]]>([
    [
      ['logged-in', 'verified', 'verified'],
      [
        ['logged-in', 0],
        ['verified', 1],
      ],
    ],
    [
      ['verified', 'imported', 'verified', 'verified'],
      [
        ['verified', 0],
        ['imported', 1],
        ['verified', 2],
      ],
    ],
    [['rejected', 'rejected', 'rejected'], [['rejected', 0]]],
    [
      ['rejected', 'logged-in', 'rejected'],
      [
        ['rejected', 0],
        ['logged-in', 1],
        ['rejected', 2],
      ],
    ],
    [['refreshed', 'refreshed', 'refreshed'], [['refreshed', 2]]],
    [['logged-out', 'logged-out'], [['logged-out', 0]]],
  ])('%j', (kinds, left) => {
    expect(told(kinds)).toEqual(left.map(([kind, at]) => ({ kind, at })))
  })

  it('keeps twenty, the making among them, and lets the oldest go but not the verification', () => {
    const history = new History(file(), historyFormat.empty)
    history.add(account, 'verified', 1)
    for (let at = 2; at < 60; at += 1) history.add(account, 'logged-in', at)
    const lines = history.of(account, 0)
    expect(lines).toHaveLength(historyLimit)
    expect(lines[0]).toEqual({ kind: 'logged-in', at: 59 })
    expect(lines.slice(-3)).toEqual([
      { kind: 'logged-in', at: 42 },
      { kind: 'verified', at: 1 },
      { kind: 'created', at: 0 },
    ])
  })
})

describe('the file', () => {
  it('brings the lines back after a restart, and none of an account that was forgotten', async () => {
    const history = new History(file(), historyFormat.empty)
    history.add(account, 'logged-in', 5)
    history.add(crowdId(1), 'logged-in', 6)
    history.forget(crowdId(1))
    await history.flush()
    const later = new History(file(), (await file().load()).value)
    expect(later.of(account, 1).map(({ kind }) => kind)).toEqual(['logged-in', 'created'])
    expect(later.of(crowdId(1), 1)).toHaveLength(1)
  })

  it('is written once for ten thousand accounts that are checked, and for none that tells no news', async () => {
    let writes = 0
    const write: typeof fileSteps.write = (path, text) => {
      writes += 1
      return fileSteps.write(path, text)
    }
    const history = new History(file({ ...fileSteps, write }), historyFormat.empty)
    const usage = new Usage(
      new DurableFile(join(folder, 'activity.json'), activityFormat),
      new DurableFile(join(folder, 'outcomes.json'), outcomesFormat),
      activityFormat.empty,
      outcomesFormat.empty,
      history,
    )
    const ids = Array.from({ length: 10_000 }, (_, index) => crowdId(index))
    const checkAll = (at: number) => {
      for (const id of ids) usage.record(id, { checkedAt: at, verifiedAt: at, facts: [] })
    }
    checkAll(1_790_000_000_000)
    await usage.flush()
    expect(writes).toBe(1)
    checkAll(1_790_000_060_000)
    await usage.flush()
    expect(writes).toBe(1)
    expect((await stat(join(folder, 'history.json'))).size).toBeLessThan(1_000_000)
  })
})

describe('in the program', () => {
  function linesOf(it: Rig) {
    const id = theId(it.program.views.accounts()[0])
    return it.program.views.details(id)?.history.map(({ kind }) => kind)
  }

  it('tells of making, login, verification, rejection once, refresh and logout', async () => {
    const play = script()
    play.verify = () => Promise.resolve({ access: 'first', refresh: 'first' })
    const started = await rig({ script: play })
    await logIn(started, 'a@b.c')
    const { sessions } = started.program
    const id = theId(started.program.views.accounts()[0])
    await started.program.idle()
    expect(linesOf(started)).toEqual(['verified', 'logged-in', 'created'])
    play.check = () => Promise.resolve(fail('token-rejected'))
    play.refresh = () => Promise.resolve(fail('token-rejected'))
    await sessions.check(id)
    await sessions.check(id)
    expect(linesOf(started)).toEqual(['rejected', 'verified', 'logged-in', 'created'])
    play.refresh = () => Promise.resolve(ok({ access: 'second', refresh: 'second' }))
    await sessions.refresh(id)
    await sessions.logOut(id)
    expect(linesOf(started)?.slice(0, 2)).toEqual(['logged-out', 'refreshed'])
    const later = await started.restart()
    expect(linesOf(later)).toHaveLength(6)
    expect(await readFile(join(later.folder, 'history.json'), 'utf8')).not.toMatch(/first|second/)
    await later.program.sessions.remove(id, true)
    expect(await readFile(join(later.folder, 'history.json'), 'utf8')).not.toContain(id)
    await later.program.close()
  })
})
