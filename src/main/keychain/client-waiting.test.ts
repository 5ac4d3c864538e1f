import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setUpClient } from '../../../test/fakes/keychain-child'
import { accountId } from '../../shared/account'
import { wroteNothing, type SecretRef } from './keychain'

const ref: SecretRef = { account: accountId.parse('account-1'), kind: 'session' }
const other: SecretRef = { account: accountId.parse('account-2'), kind: 'session' }
const unattended = { unattended: true }

const failed = (code: string) => ({
  ok: false,
  failure: expect.objectContaining({ code }) as unknown,
})
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('time limits', () => {
  it('end an unattended read after a second try, and nothing else', async () => {
    const { keychain, children, child } = setUpClient()
    const read = keychain.get(ref, unattended)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(children).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await read).toEqual(failed('keychain-timeout'))
    expect(keychain.state).toEqual({ kind: 'unavailable', reason: 'not-answering' })

    const attended = keychain.get(ref)
    await vi.advanceTimersByTimeAsync(3_600_000)
    child().answer({ kind: 'value', secret: 'at last' })
    expect(await attended).toEqual({ ok: true, value: 'at last' })

    const write = keychain.set(ref, 'x', unattended)
    await vi.advanceTimersByTimeAsync(3_600_000)
    child().answer({ kind: 'done' })
    expect(await write).toMatchObject({ ok: true })
  })

  it('count on macOS as a prompt that nobody answered, and are not tried again', async () => {
    const { keychain, children } = setUpClient({ platform: 'darwin' })
    const read = keychain.get(ref, unattended)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await read).toEqual(failed('keychain-timeout'))
    expect(keychain.state).toEqual({ kind: 'denied' })
    expect(await keychain.get(ref, unattended)).toEqual(failed('keychain-denied'))
    expect(children).toHaveLength(1)
  })
})

describe('prompts', () => {
  it('lets nothing that runs in the background wait behind one', async () => {
    const { keychain, child, states } = setUpClient()
    const write = keychain.set(ref, 'one')
    const waiting = keychain.get(other, unattended)
    const waitingWrite = keychain.set(other, 'two', unattended)
    child().ask()
    expect(await waiting).toEqual(failed('keychain-locked'))
    expect(await keychain.get(other, unattended)).toEqual(failed('keychain-locked'))
    child().answer({ kind: 'done' })
    expect(await write).toMatchObject({ ok: true })
    await settled()
    child().answer({ kind: 'done' })
    expect(await waitingWrite).toMatchObject({ ok: true })
    expect(states.map(({ kind }) => kind)).toEqual(['asking', 'ready'])
  })

  it('stop after a denial until the person asks again', async () => {
    const { keychain, child } = setUpClient()
    const read = keychain.get(ref)
    const waiting = keychain.get(other, unattended)
    child().answer({ kind: 'denied' })
    expect(await read).toEqual(failed('keychain-denied'))
    expect(await waiting).toEqual(failed('keychain-denied'))
    expect(child().operations).toHaveLength(1)

    const attended = keychain.get(ref)
    expect(await keychain.get(other, unattended)).toEqual(failed('keychain-denied'))
    child().answer({ kind: 'denied' })
    await attended

    const retried = keychain.retry()
    child().answer({ kind: 'done' })
    expect(await retried).toEqual({ kind: 'ready' })
    const again = keychain.get(other, unattended)
    await settled()
    child().answer({ kind: 'value', secret: 'two' })
    expect(await again).toEqual({ ok: true, value: 'two' })
  })

  it('are left when the person cancels, and the process is ended if it hangs on one', async () => {
    const { keychain, children, child } = setUpClient()
    const cancel = new AbortController()
    const write = keychain.set(ref, 'one', { signal: cancel.signal })
    child().ask()
    cancel.abort()
    expect(child().received.at(-1)).toEqual({ kind: 'leave', id: 1 })
    await vi.advanceTimersByTimeAsync(2000)
    expect(await write).toEqual(failed('cancelled'))
    expect(keychain.state).toEqual({ kind: 'denied' })
    expect(children).toHaveLength(1)
  })

  it('are not raised twice by one call, even if the process ends', async () => {
    const { keychain, children, child } = setUpClient()
    const write = keychain.set(ref, 'one')
    child().ask()
    child().exit()
    expect(await write).toEqual(failed('keychain-timeout'))
    expect(children).toHaveLength(1)
  })

  it.each(['set', 'delete'] as const)('are told on macOS of a background %s, too', async (op) => {
    const { keychain, child } = setUpClient({ platform: 'darwin' })
    const write =
      op === 'set' ? keychain.set(ref, 'one', unattended) : keychain.delete(ref, unattended)
    const behind = keychain.get(other)
    await vi.advanceTimersByTimeAsync(1000)
    expect(keychain.state).toEqual({ kind: 'asking' })
    expect(await keychain.get(other, unattended)).toEqual(failed('keychain-locked'))
    keychain.stopAsking()
    await vi.advanceTimersByTimeAsync(2000)
    expect(await write).toEqual(failed('keychain-timeout'))
    expect(keychain.state).toEqual({ kind: 'denied' })
    child().answer({ kind: 'value', secret: 'two' })
    expect(await behind).toEqual({ ok: true, value: 'two' })
  })

  it('are refused on macOS by who stops the asking, for which the process has to be ended', async () => {
    const { keychain, children, states } = setUpClient({ platform: 'darwin' })
    const read = keychain.get(ref)
    await vi.advanceTimersByTimeAsync(1000)
    keychain.stopAsking()
    await vi.advanceTimersByTimeAsync(2000)
    expect(await read).toEqual(failed('keychain-denied'))
    expect(await keychain.get(ref, unattended)).toEqual(failed('keychain-denied'))
    expect(children).toHaveLength(1)

    const write = keychain.set(ref, 'one')
    await vi.advanceTimersByTimeAsync(1000)
    keychain.stopAsking()
    await vi.advanceTimersByTimeAsync(2000)
    const stopped = await write
    // They may have answered the system a moment before.
    expect(!stopped.ok && wroteNothing(stopped.failure)).toBe(false)
    expect(children).toHaveLength(2)
    expect(states.map(({ kind }) => kind)).toEqual(['asking', 'denied', 'asking', 'denied'])
  })

  it('are taken for granted on macOS when an attended call is slow', async () => {
    const { keychain, child } = setUpClient({ platform: 'darwin' })
    const read = keychain.get(ref)
    await vi.advanceTimersByTimeAsync(1000)
    expect(keychain.state).toEqual({ kind: 'asking' })
    child().answer({ kind: 'value', secret: 'one' })
    await read
    expect(keychain.state).toEqual({ kind: 'ready' })
  })
})

describe('cancelling', () => {
  it('takes out a call that waits and drops the answer of a read', async () => {
    const { keychain, child } = setUpClient()
    const cancel = new AbortController()
    const { signal } = cancel
    const running = keychain.get(ref, { signal })
    const waiting = keychain.set(ref, 'never', { signal })
    cancel.abort()
    expect(await running).toEqual(failed('cancelled'))
    expect(await waiting).toEqual(failed('cancelled'))
    expect(await keychain.get(ref, { signal })).toEqual(failed('cancelled'))
    child().answer({ kind: 'value', secret: 'one' })
    await settled()
    expect(child().operations).toHaveLength(1)
  })

  it('tells how a write ended that was under way', async () => {
    const { keychain, child } = setUpClient()
    const cancel = new AbortController()
    const write = keychain.set(ref, 'one', { signal: cancel.signal })
    cancel.abort()
    child().answer({ kind: 'done' })
    expect(await write).toEqual({ ok: true, value: undefined })
  })

  it('does not wait long for a write that hangs, and goes on only when it has ended', async () => {
    const { keychain, child } = setUpClient()
    const cancel = new AbortController()
    const write = keychain.set(ref, 'one', { signal: cancel.signal })
    cancel.abort()
    const next = keychain.set(ref, 'two')
    await vi.advanceTimersByTimeAsync(1000)
    const cancelled = await write
    expect(cancelled).toEqual(failed('cancelled'))
    // It may still be done, so nobody may take the entry for untouched.
    expect(!cancelled.ok && wroteNothing(cancelled.failure)).toBe(false)
    expect(child().operations).toHaveLength(1)
    child().answer({ kind: 'done' })
    await settled()
    expect(child().operations).toHaveLength(2)
    child().answer({ kind: 'done' })
    expect(await next).toEqual({ ok: true, value: undefined })
  })
})

describe('closing', () => {
  it('cancels reads, waits for writes, and refuses what comes later', async () => {
    const { keychain, children, child } = setUpClient()
    const read = keychain.get(ref)
    const write = keychain.set(ref, 'one')
    const closed = keychain.close()
    expect(await read).toEqual(failed('cancelled'))
    child().answer({ kind: 'missing' })
    await settled()
    child().answer({ kind: 'done' })
    expect(await write).toEqual({ ok: true, value: undefined })
    await closed
    expect(await keychain.get(ref)).toEqual(failed('cancelled'))
    expect(children).toHaveLength(1)
  })

  it('does not wait for ever', async () => {
    const { keychain, children } = setUpClient()
    const write = keychain.set(ref, 'one')
    const behind = keychain.set(other, 'two')
    const closed = keychain.close()
    await vi.advanceTimersByTimeAsync(3000)
    await closed
    expect(await write).toEqual(failed('keychain-timeout'))
    expect(await behind).toEqual(failed('cancelled'))
    expect(children).toHaveLength(1)
  })
})

describe('memory', () => {
  it('is taken only where there is no keychain, and never answers for one', async () => {
    const { keychain, child, states } = setUpClient()
    const beneath = new Set(['account-1/session', 'account-2/session', 'account-2/password'])
    const useMemory = () =>
      keychain.useMemory(({ account, kind }) => beneath.has(`${account}/${kind}`))
    expect(useMemory()).toBeUndefined()
    expect(keychain.state).toEqual({ kind: 'starting' })
    const read = keychain.get(ref)
    child().answer({ kind: 'unavailable', trouble: 'no-secret-service' })
    await read
    const memory = useMemory()
    expect(memory?.has(ref)).toBe(false)
    const password: SecretRef = { ...ref, kind: 'password' }
    expect(await keychain.get(ref)).toEqual(failed('keychain-unavailable'))
    expect(await keychain.set(ref, 'one')).toMatchObject({ ok: true })
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'one' })
    expect(memory?.has(ref)).toBe(true)
    expect(await keychain.delete(ref)).toEqual(failed('keychain-out-of-reach'))
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'one' })
    expect(await keychain.get(password)).toEqual(failed('secret-missing'))
    expect(await keychain.set(password, 'two')).toMatchObject({ ok: true })
    expect(await keychain.delete(password)).toMatchObject({ ok: true })
    expect(await keychain.get(password)).toEqual(failed('secret-missing'))
    const others: SecretRef = { ...other, kind: 'password' }
    expect(await keychain.set(other, 'three')).toMatchObject({ ok: true })
    expect(await keychain.get(others)).toEqual(failed('keychain-unavailable'))
    expect(await keychain.delete(others)).toEqual(failed('keychain-out-of-reach'))
    expect(await keychain.retry()).toEqual({ kind: 'memory' })
    expect(states.map(({ kind }) => kind)).toEqual(['unavailable', 'memory'])
    expect(child().operations).toHaveLength(1)
  })
})
