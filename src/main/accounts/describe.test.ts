import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { logIn, must, rig, theId, type Rig } from '../../../test/fakes/program'
import type { AccountView } from '../../shared/account'
import type { CallInput, CallName } from '../../shared/contract'
import { createDispatcher } from '../bridge/dispatcher'
import { createLog } from '../log'

/** Calls as a window does, with the contract's check before the handler. */
function caller(it: Rig) {
  const dispatch = createDispatcher({
    handlers: it.program.handlers,
    log: createLog(() => undefined),
    checkOutputs: true,
    locked: () => false,
  })
  return <N extends CallName>(name: N, input: CallInput<N>) =>
    dispatch(name, input, { windowId: 1, paste: () => undefined })
}

async function three(): Promise<Rig> {
  const it = await rig()
  for (const email of ['a@b.example', 'b@b.example', 'c@b.example']) await logIn(it, email)
  await it.program.idle()
  return it
}

const all = (it: Rig): AccountView[] =>
  it.program.views.accounts().toSorted((one, other) => one.position - other.position)
const emails = (it: Rig): string[] => all(it).map(({ email }) => email[0] ?? '')

describe('what a person says about an account', () => {
  it('is kept through a restart: label, colour, tags, order and what is hidden', async () => {
    const it = await three()
    const call = caller(it)
    const account = theId(all(it)[2])
    const first = theId(all(it)[0])
    const tags = [' work ', 'Work', 'europe']
    must(await call('accounts.describe', { account, label: ' Shop ', colour: 'teal', tags }))
    must(await call('accounts.move', { account, before: first }))
    must(await call('accounts.hide', { account: first, hidden: true }))
    const again = await it.restart()
    expect(emails(again)).toEqual(['c', 'a', 'b'])
    const [shop, hidden] = all(again)
    expect(shop).toMatchObject({ label: 'Shop', colour: 'teal', tags: ['work', 'europe'] })
    expect(hidden).toMatchObject({ hidden: true })
    must(await caller(again)('accounts.describe', { account, colour: null }))
    expect(all(again)[0]).toMatchObject({ label: 'Shop', colour: undefined })
  })

  it.each([
    [{ label: '   ' }, 'label'],
    [{ label: 'x'.repeat(81) }, 'label'],
    [{ tags: ['fine', 'x'.repeat(33)] }, 'tags.1'],
    [{ tags: Array.from({ length: 9 }, (_, index) => `tag ${index}`) }, 'tags'],
  ])('is refused by the field that is wrong: %o', async (wanted, field) => {
    const it = await three()
    const account = theId(all(it)[0])
    const answer = await caller(it)('accounts.describe', { account, ...wanted })
    expect(answer).toMatchObject({ failure: { code: 'invalid-input', field } })
  })

  it('is written once for each call, and not at all where nothing moves', async () => {
    const it = await three()
    const call = caller(it)
    const [first, second, third] = all(it).map(theId)
    if (!first || !second || !third) throw new Error('Expected three accounts')
    const file = join(it.folder, 'book.json')
    const revs: number[] = []
    it.program.mirror.onChange((change) => revs.push(change.accounts?.length ?? 0))
    must(await call('accounts.move', { account: third, before: first }))
    await it.program.idle()
    expect(revs).toEqual([1])
    const written = await readFile(file, 'utf8')
    must(await call('accounts.move', { account: third, before: first }))
    await it.program.idle()
    expect(revs).toEqual([1])
    expect(await readFile(file, 'utf8')).toBe(written)
  })

  it('leaves a hidden account at work: active, with its token', async () => {
    const it = await three()
    const account = theId(all(it)[1])
    must(await caller(it)('accounts.hide', { account, hidden: true }))
    must(await it.program.quickLogin.activate(account))
    expect(all(it)[1]).toMatchObject({ hidden: true, active: true, hasSecret: true })
  })
})
