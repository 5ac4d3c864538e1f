import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  logIn,
  madeUpServer,
  must,
  rig,
  sendCode,
  settled,
  theId,
  type Rig,
} from '../../../test/fakes/program'
import { serverId } from '../../shared/account'
import type { Failure } from '../../shared/failure'

async function editBook({ folder }: Rig, change: (book: string) => string): Promise<void> {
  const path = join(folder, 'book.json')
  await writeFile(path, change(await readFile(path, 'utf8')))
}

describe('an attempt', () => {
  it('ends with the account in the list, its token in the keychain, and nothing pending', async () => {
    const it = await rig()
    const done = await logIn(it, 'a@b.c')
    expect(done.phase.kind).toBe('done')
    const [account] = it.program.views.accounts()
    expect(account).toMatchObject({ email: 'a@b.c', state: 'ready', hasSecret: true, active: true })
    expect(account?.waiting).toBeUndefined()
    expect([...it.keychain.secrets.values()].join()).toContain('token-for-abcd')
  })

  it('survives a restart while a code is on its way', async () => {
    const it = await rig()
    await sendCode(it, 'a@b.c')
    const again = await it.restart()
    const [account] = again.program.views.accounts()
    expect(account).toMatchObject({ state: 'needs-verification' })
    expect(account?.waiting?.text).toBe('Code sent to a@b.c')
    const resumed = must(await again.program.runner.resume(theId(account)))
    const done = must(await again.program.runner.submit(resumed.id, 'code', { code: 'wxyz' }))
    expect(done.phase.kind).toBe('done')
    expect(again.program.views.accounts()).toHaveLength(1)
  })

  it('goes on without a wait that was kept by a clock which has been set back since', async () => {
    for (const ahead of [0, 3 * 24 * 3_600_000]) {
      const before = await rig()
      await sendCode(before, 'a@b.c')
      await before.program.close()
      const resendAt = Date.now() + ahead + 60_000
      await editBook(before, (book) =>
        book
          .replace(/"since":\s*(\d+)/, (_, since) => `"since":${Number(since) + ahead}`)
          .replace('"step":"code"', `"step":"code","resendAt":${resendAt}`),
      )
      const { program } = await before.restart()
      const [account] = program.views.accounts()
      const { phase } = must(await program.runner.resume(theId(account)))
      const actions = ahead === 0 ? [{ kind: 'resend', availableAt: resendAt }] : []
      expect(phase).toMatchObject({ kind: 'step', view: { step: 'code', actions } })
    }
  })

  it('leaves nothing in the list when nothing was sent', async () => {
    const it = await rig()
    it.script.send = () => Promise.resolve({ code: 'invalid-input', field: 'email' } as const)
    const refused = await sendCode(it, 'a@b.c')
    expect(refused.failure?.code).toBe('invalid-input')
    expect(it.program.views.accounts()).toHaveLength(0)
  })

  it('notes the account before a request that must not be repeated leaves', async () => {
    const it = await rig()
    const sending = settled<'sent'>()
    it.script.send = () => sending.promise
    const begun = must(await it.program.runner.begin('register', madeUpServer, undefined))
    const submit = it.program.runner.submit(begun.id, 'email', { email: 'a@b.c' })
    await expect.poll(() => it.program.views.accounts().length).toBe(1)
    const crashed = await rig({ folder: it.folder, keychain: it.keychain })
    const [account] = crashed.program.views.accounts()
    expect(account?.waiting?.step).toBe('code')
    sending.settle('sent')
    await submit
  })

  it('enters one account for one address, however many ask for it at once', async () => {
    const it = await rig()
    await Promise.all([sendCode(it, 'a@b.c'), sendCode(it, 'A@b.c'), sendCode(it, 'a@b.c')])
    expect(it.program.views.accounts()).toHaveLength(1)
  })

  it('does not take back what another attempt has written since', async () => {
    const it = await rig()
    const slow = settled<'sent' | Failure>()
    const asked = settled<string>()
    it.script.send = (email) => {
      asked.settle(email)
      return slow.promise
    }
    const refused = sendCode(it, 'a@b.c')
    await asked.promise
    it.script.send = () => Promise.resolve('sent')
    await sendCode(it, 'a@b.c')
    slow.settle({ code: 'rate-limited' })
    await refused
    expect(it.program.views.accounts()[0]?.waiting?.text).toBe('Code sent to a@b.c')
  })

  it('has one attempt at a time, however often it is begun', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    const [account] = it.program.views.accounts()
    const begin = () => it.program.runner.begin('login', madeUpServer, theId(account))
    const [one, other] = await Promise.all([begin(), begin()])
    expect(must(one).id).toBe(must(other).id)
    expect(it.program.runner.views()).toHaveLength(1)
  })

  it('begins anew where that is asked for, and makes room for another flow only once that has begun', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    const [account] = it.program.views.accounts()
    const { runner } = it.program
    const live = () => runner.views().map(({ id }) => id)
    const one = must(await runner.begin('login', madeUpServer, theId(account)))
    const elsewhere = serverId.parse('made-up nowhere')
    expect((await runner.begin('reset', elsewhere, theId(account))).ok).toBe(false)
    expect(live()).toEqual([one.id])
    const other = must(await runner.begin('login', madeUpServer, theId(account), true))
    expect(other.id).not.toBe(one.id)
    expect(live()).toEqual([other.id])
    const reset = must(await runner.begin('reset', madeUpServer, theId(account)))
    expect(live()).toEqual([reset.id])
  })

  it('keeps what waits at the service when the person only looks at another step', async () => {
    const it = await rig()
    const sent = await sendCode(it, 'a@b.c')
    must(await it.program.runner.act(sent.id, 'elsewhere'))
    expect(it.program.runner.view(sent.id)?.phase).toMatchObject({ view: { step: 'email' } })
    it.program.runner.leave(sent.id)
    expect(it.program.views.accounts()[0]?.waiting?.text).toBe('Code sent to a@b.c')
  })

  it('does not touch what an account waited in when another flow is tried and left', async () => {
    const it = await rig()
    await sendCode(it, 'a@b.c')
    const [account] = it.program.views.accounts()
    it.script.send = () => Promise.resolve({ code: 'rate-limited' } as const)
    const begun = must(await it.program.runner.begin('register', madeUpServer, theId(account)))
    const refused = must(await it.program.runner.submit(begun.id, 'email', {}))
    expect(refused.failure?.code).toBe('rate-limited')
    it.program.runner.leave(begun.id)
    expect(it.program.views.accounts()[0]?.waiting?.text).toBe('Code sent to a@b.c')
  })

  it('logs in again to the same account, whatever the case of the address', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await logIn(it, 'A@B.C', 'next')
    expect(it.program.views.accounts()).toHaveLength(1)
    expect([...it.keychain.secrets.values()].join()).toContain('token-for-next')
  })

  it('takes no blank that a service puts around an address into the book', async () => {
    const it = await rig()
    it.script.spell = (email) => `${email.toUpperCase()} `
    for (const token of ['one', 'other']) {
      it.script.logIn = () => Promise.resolve({ access: token })
      const begun = must(await it.program.runner.begin('login', madeUpServer, undefined))
      const typed = { email: 'a@b.c', password: 'right' }
      must(await it.program.runner.submit(begun.id, 'password', typed, false))
    }
    expect(it.program.views.accounts()).toMatchObject([{ email: 'A@B.C', label: 'A@B.C' }])
    expect([...it.keychain.secrets.values()].join()).toContain('"other"')
  })

  it('logs in again to an account in whose address a blank stands in the book', async () => {
    const before = await rig()
    await logIn(before, 'a@b.c')
    await before.program.close()
    await editBook(before, (book) => book.replaceAll('"a@b.c"', '"a@b.c "'))
    const it = await before.restart()
    const again = await logIn(it, 'a@b.c', 'next')
    expect(again.phase.kind).toBe('done')
    expect(it.program.views.accounts()).toMatchObject([{ email: 'a@b.c ', hasSecret: true }])
    expect([...it.keychain.secrets.values()].join()).toContain('token-for-next')
  })

  it('does not wait with a token that no keychain takes, and leaves the account as it was', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    it.script.verify = () => Promise.resolve({ access: 'x'.repeat(2501) })
    const refused = await logIn(it, 'a@b.c', 'next')
    expect(refused.failure?.code).toBe('secret-too-large')
    expect(refused.phase).toMatchObject({ kind: 'step', view: { step: 'code' } })
    it.program.runner.leave(refused.id)
    expect(it.program.runner.views()).toEqual([])
    const [account] = it.program.views.accounts()
    expect(account).toMatchObject({ hasSecret: true })
    expect([...it.keychain.secrets.values()].join()).toContain('token-for-abcd')
    const restarted = await it.restart()
    await restarted.program.idle()
    expect([...it.keychain.secrets.values()].join()).toContain('token-for-abcd')
  })

  it('names the first wrong field and sends nothing', async () => {
    const it = await rig()
    let sent = 0
    it.script.send = () => {
      sent += 1
      return Promise.resolve('sent')
    }
    const refused = await sendCode(it, 'not an address')
    expect(refused.failure).toEqual({
      code: 'invalid-input',
      field: 'email',
      detail: 'not-an-email',
    })
    expect(sent).toBe(0)
  })

  it('drops a submit for a step that is no longer shown', async () => {
    const it = await rig()
    const sent = await sendCode(it, 'a@b.c')
    const late = must(await it.program.runner.submit(sent.id, 'email', { email: 'x@y.z' }))
    expect(late.phase).toMatchObject({ kind: 'step', view: { step: 'code' } })
    expect(it.program.views.accounts().map((one) => one.email)).toEqual(['a@b.c'])
  })
})
