import { describe, expect, it } from 'vitest'
import { logIn, must, rig, settled } from '../../../test/fakes/program'
import { holdChecks, idOf, withAccounts } from '../../../test/fakes/several'
import { fail, ok } from '../../shared/failure'
import type { CallOptions, SecretRef } from '../keychain/keychain'

const fine = ok({ facts: [] })

describe('work on one account that several want', () => {
  it('is one check for all who ask meanwhile', async () => {
    const it = await withAccounts(1)
    const asked = holdChecks(it)
    const id = idOf(it, 0)
    const checks = [1, 2, 3].map(() => it.program.sessions.check(id))
    const stopper = new AbortController()
    const gaveUp = it.program.sessions.check(id, { signal: stopper.signal })
    stopper.abort()
    expect(await gaveUp).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    await expect.poll(() => asked.length).toBe(1)
    asked[0]?.answer(fine)
    for (const result of await Promise.all(checks)) expect(result.ok).toBe(true)
    expect(asked).toHaveLength(1)
    await it.program.close()
  })

  it('is one refresh, whether it is asked for as such, by a check or for a token', async () => {
    const it = await rig()
    const session = { access: 'old', refresh: 'again', accessExpiresAt: Date.now() - 1 }
    it.script.verify = () => Promise.resolve(session)
    const held = settled<undefined>()
    let refreshes = 0
    it.script.refresh = async () => {
      refreshes += 1
      await held.promise
      return ok({ access: 'new', refresh: 'again', accessExpiresAt: Date.now() + 3_600_000 })
    }
    await logIn(it, 'a0@b.c')
    const { sessions } = it.program
    const id = idOf(it, 0)
    const [one, two, other] = [sessions.refresh(id), sessions.refresh(id), sessions.check(id)]
    const tokens = [sessions.token(id), sessions.token(id)]
    await expect.poll(() => refreshes).toBe(1)
    held.settle(undefined)
    for (const result of await Promise.all([one, two, other])) expect(result.ok).toBe(true)
    for (const token of await Promise.all(tokens)) expect(must(token)).toBe('new')
    expect(refreshes).toBe(1)
    must(await sessions.refresh(id))
    expect(refreshes).toBe(2)
    await it.program.close()
  })

  it('shares a refusal too, instead of asking again for each who waited', async () => {
    const it = await rig()
    const session = { access: 'old', refresh: 'again', accessExpiresAt: Date.now() + 3_600_000 }
    it.script.verify = () => Promise.resolve(session)
    await logIn(it, 'a0@b.c')
    await it.program.idle()
    const id = idOf(it, 0)
    const stored = JSON.stringify({ v: 1, ...session, accessExpiresAt: Date.now() - 1 })
    it.keychain.secrets.set(`${id}/session`, stored)
    let refreshes = 0
    it.script.refresh = () => {
      refreshes += 1
      return Promise.resolve(fail('token-rejected'))
    }
    const { sessions } = it.program
    const all = [sessions.check(id), sessions.refresh(id), sessions.token(id)]
    for (const result of await Promise.all(all)) {
      expect(result).toMatchObject({ ok: false, failure: { code: 'token-rejected' } })
    }
    expect(refreshes).toBe(1)
    expect(it.program.views.account(id)).toMatchObject({ state: 'needs-login', label: 'a0@b.c' })
    await it.program.close()
  })

  it('asks the person who wants it now, although the background was not allowed to', async () => {
    const it = await withAccounts(1)
    const id = idOf(it, 0)
    const get = it.keychain.get.bind(it.keychain)
    const reads: boolean[] = []
    const first = settled<undefined>()
    it.keychain.get = async (ref: SecretRef, options?: CallOptions) => {
      reads.push(options?.unattended === true)
      if (options?.unattended !== true) return get(ref)
      await first.promise
      return fail('keychain-locked')
    }
    const quiet = it.program.sessions.check(id, { unattended: true })
    const own = it.program.sessions.check(id)
    first.settle(undefined)
    expect(await quiet).toMatchObject({ ok: false, failure: { code: 'keychain-locked' } })
    expect(await own).toMatchObject({ ok: true })
    expect(reads).toEqual([true, false])
    await it.program.close()
  })
})

describe('a token that is only read', () => {
  it('shows no work, and makes no event', async () => {
    const it = await withAccounts(1)
    const changes: unknown[] = []
    it.program.mirror.onChange((change) => changes.push(change))
    expect(await it.program.sessions.token(idOf(it, 0))).toEqual({ ok: true, value: 'token-for-0' })
    await it.program.idle()
    expect(changes).toEqual([])
    await it.program.close()
  })

  it('that is gone is told to every window', async () => {
    const it = await withAccounts(1)
    const id = idOf(it, 0)
    it.keychain.secrets.clear()
    const states: unknown[] = []
    it.program.mirror.onChange(({ accounts }) => states.push(accounts?.[0]?.state))
    await it.program.sessions.token(id)
    expect(states).toEqual(['secret-missing'])
    await it.program.close()
  })

  it('that is back is not called lost any more, and is soon looked at', async () => {
    const it = await withAccounts(1)
    const id = idOf(it, 0)
    const { program, keychain } = it
    must(await program.sessions.check(id))
    const lain = [...keychain.secrets]
    const accepted = program.views.details(id)?.verifiedAt
    expect(accepted).toBeDefined()
    keychain.secrets.clear()
    expect((await program.sessions.token(id)).ok).toBe(false)
    expect(program.views.account(id)?.state).toBe('secret-missing')
    await program.idle()
    const told: unknown[] = []
    program.mirror.onChange(({ accounts }) => told.push(accounts?.[0]?.state))
    for (const [key, secret] of lain) keychain.secrets.set(key, secret)
    must(await program.sessions.token(id))
    await program.idle()
    expect(told).toEqual(['ready'])
    expect(program.views.account(id)?.failure).toBeUndefined()
    // Nobody has asked the service about it meanwhile.
    const { checkedAt, verifiedAt } = program.views.details(id) ?? {}
    expect([checkedAt, verifiedAt]).toEqual([undefined, accepted])
    await program.close()
  })

  it('shows that it is refreshed where it has run out, and asks the person whom the background could not', async () => {
    const it = await withAccounts(1)
    const id = idOf(it, 0)
    const old = { v: 1, access: 'old', refresh: 'refresh', accessExpiresAt: 1 }
    it.keychain.secrets.set(`${id}/session`, JSON.stringify(old))
    const shown = new Set<unknown>()
    it.script.refresh = () => {
      shown.add(it.program.views.account(id)?.busy)
      return Promise.resolve(ok({ access: 'fresh', refresh: 'refresh' }))
    }
    const set = it.keychain.set.bind(it.keychain)
    it.keychain.set = (ref: SecretRef, secret: string, options?: CallOptions) =>
      options?.unattended === true ? Promise.resolve(fail('keychain-locked')) : set(ref, secret)
    const quiet = it.program.sessions.refresh(id, { unattended: true })
    const own = it.program.sessions.token(id)
    expect(await quiet).toMatchObject({ ok: false, failure: { code: 'keychain-locked' } })
    expect(await own).toEqual({ ok: true, value: 'fresh' })
    expect([...shown]).toEqual(['refreshing'])
    expect(it.program.views.account(id)?.busy).toBeUndefined()
    await it.program.close()
  })
})

describe('what a check leaves behind', () => {
  it('is not painted over by what the service does not have', async () => {
    const it = await withAccounts(1)
    const id = idOf(it, 0)
    it.script.check = () => Promise.resolve(fail('token-rejected'))
    await it.program.sessions.check(id)
    expect(it.program.views.account(id)?.state).toBe('needs-login')
    await it.program.sessions.refresh(id)
    expect(it.program.views.account(id)?.state).toBe('needs-login')
    await it.program.close()
  })

  it('keeps an account that cannot be asked, and when it was last accepted', async () => {
    const it = await withAccounts(1)
    const id = idOf(it, 0)
    must(await it.program.sessions.check(id))
    const before = it.program.views.details(id)
    it.script.check = () => Promise.resolve(fail('timeout'))
    await expect.poll(() => Date.now()).toBeGreaterThan(before?.checkedAt ?? 0)
    expect(await it.program.sessions.check(id)).toMatchObject({ failure: { code: 'timeout' } })
    expect(it.program.views.account(id)).toMatchObject({ state: 'unreachable', hasSecret: true })
    const after = it.program.views.details(id)
    expect(after?.verifiedAt).toBe(before?.verifiedAt)
    expect(after?.checkedAt).toBeGreaterThan(before?.checkedAt ?? Infinity)
    await it.program.close()
  })

  it('goes with the token that it was about', async () => {
    const it = await withAccounts(1)
    const id = idOf(it, 0)
    it.script.check = () => Promise.resolve(fail('account-blocked'))
    await it.program.sessions.check(id)
    expect(it.program.views.account(id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'account-blocked' },
    })
    must(await it.program.sessions.logOut(id))
    const after = it.program.views.account(id)
    expect([after?.state, after?.failure]).toEqual(['needs-login', undefined])
    await it.program.close()
  })

  it('is never older than what came after: a late refusal of the old token undoes no login', async () => {
    const it = await withAccounts(1)
    const id = idOf(it, 0)
    const asked = holdChecks(it)
    const late = it.program.sessions.check(id)
    await expect.poll(() => asked.length).toBe(1)
    const again = logIn(it, 'a0@b.c', 'new')
    asked[0]?.answer(fail('token-rejected'))
    await late
    await again
    await expect.poll(() => asked.at(-1)?.token).toBe('token-for-new')
    asked.at(-1)?.answer(fine)
    await it.program.idle()
    expect(it.program.views.account(id)?.state).toBe('ready')
    await it.program.close()
  })
})

describe('a check', () => {
  it('tells another address from the same one spelled another way', async () => {
    const it = await rig()
    await logIn(it, 'a0@b.c')
    await it.program.idle()
    const id = idOf(it, 0)
    it.script.check = () => Promise.resolve(ok({ email: ' A0@b.C', facts: [] }))
    must(await it.program.sessions.check(id))
    expect(it.program.views.account(id)?.state).toBe('ready')
    it.script.check = () => Promise.resolve(ok({ email: 'another@b.c', facts: [] }))
    expect(await it.program.sessions.check(id)).toMatchObject({
      failure: { code: 'email-mismatch', detail: 'another@b.c' },
    })
    await it.program.close()
  })
})
