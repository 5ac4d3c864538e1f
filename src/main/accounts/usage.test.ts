import { mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { accountId } from '../../shared/account'
import { DurableFile } from './durable-file'
import { History, historyFormat } from './history'
import { activityFormat, outcomesFormat, Usage } from './usage'

const account = accountId.parse('1b671a64-40d5-491e-99b0-da01ff1f3341')

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-usage-'))
})
afterEach(() => rm(folder, { recursive: true }))

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
