import { mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { accountId, serverId, type AccountId } from '../../shared/account'
import { DurableFile } from './durable-file'
import { History, historyFormat } from './history'
import { activityFormat, outcomesFormat, Usage } from './usage'

const account = accountId.parse('1b671a64-40d5-491e-99b0-da01ff1f3341')

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-usage-'))
})
afterEach(() => rm(folder, { recursive: true }))

const server = serverId.parse('made-up+https://one.example')
const nth = (index: number): AccountId => accountId.parse(`account-${index}`)

async function open(): Promise<Usage> {
  const file = new DurableFile(join(folder, 'activity.json'), activityFormat)
  return new Usage(
    file,
    new DurableFile(join(folder, 'outcomes.json'), outcomesFormat),
    (await file.load()).value,
    outcomesFormat.empty,
    new History(new DurableFile(join(folder, 'history.json'), historyFormat), historyFormat.empty),
  )
}

it('forgets no use before the end, because windows that saw it would show it still', async () => {
  const usage = await open()
  for (let index = 0; index < 40; index += 1) await usage.activate(server, nth(index), index + 1)
  expect(usage.lastUsed(nth(0))).toBe(1)
  const later = await open()
  expect(later.activeAt(server)).toBe(nth(39))
  expect([later.lastUsed(nth(39)), later.lastUsed(nth(16))]).toEqual([40, 17])
  expect(later.lastUsed(nth(15))).toBeUndefined()
})

it('takes back what the disk refused, however quickly one switch follows another', async () => {
  const usage = await open()
  await usage.activate(server, nth(0), 1)
  const draft = join(folder, 'activity.json.new')
  await mkdir(draft)
  const both = [usage.activate(server, nth(1), 2), usage.activate(server, nth(2), 3)]
  expect(usage.activeAt(server)).toBe(nth(2))
  expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([false, false])
  expect(usage.activeAt(server)).toBe(nth(0))
  expect(usage.lastUsed(nth(1))).toBeUndefined()
  await rmdir(draft)
  const again = [usage.activate(server, nth(1), 4), usage.activate(server, nth(2), 5)]
  expect((await Promise.all(again)).map(({ ok }) => ok)).toEqual([true, true])
  expect((await open()).activeAt(server)).toBe(nth(2))
})

it('writes outcomes that the disk refused with the next flush', async () => {
  const path = join(folder, 'outcomes.json')
  const usage = new Usage(
    new DurableFile(join(folder, 'activity.json'), activityFormat),
    new DurableFile(path, outcomesFormat),
    activityFormat.empty,
    outcomesFormat.empty,
    new History(new DurableFile(join(folder, 'history.json'), historyFormat), historyFormat.empty),
  )
  // Where the draft would go stands a folder, so that every save fails.
  await mkdir(`${path}.new`)
  usage.record(account, { checkedAt: 7, facts: [] })
  await usage.flush()
  await rmdir(`${path}.new`)
  await usage.flush()
  const { value } = await new DurableFile(path, outcomesFormat).load()
  expect(value).toEqual({ outcomes: { [account]: { checkedAt: 7, facts: [] } } })
})

it('has a token from a backup verified once more, although another one was before', async () => {
  const usage = await open()
  const accepted = (at: number) =>
    usage.record(account, { checkedAt: at, verifiedAt: at, facts: [] })
  for (const at of [2, 3]) accepted(at)
  usage.outdate(account)
  usage.history.add(account, 'imported', 4)
  for (const at of [5, 6]) accepted(at)
  const kinds = usage.history.of(account, 1).map(({ kind, at }) => [kind, at])
  expect(kinds.slice(0, -1)).toEqual([
    ['verified', 5],
    ['imported', 4],
    ['verified', 2],
  ])
})
