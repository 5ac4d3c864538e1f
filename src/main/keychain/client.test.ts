import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setUpClient } from '../../../test/fakes/keychain-child'
import { accountId } from '../../shared/account'
import { wroteNothing, type SecretRef } from './keychain'
import type { Answer } from './protocol'

const ref: SecretRef = { account: accountId.parse('account-1'), kind: 'session' }

const failed = (code: string) => ({
  ok: false,
  failure: expect.objectContaining({ code }) as unknown,
})
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('calls', () => {
  it('starts no process before the first call and sends one call at a time', async () => {
    const { keychain, children, child } = setUpClient()
    expect(children).toHaveLength(0)
    const first = keychain.set(ref, 'one')
    const second = keychain.get(ref)
    const entry = { service: 'test', name: 'account-1/session' }
    expect(child().operations).toEqual([{ op: 'set', entry, secret: 'one', attended: true }])
    child().answer({ kind: 'done' })
    expect(await first).toEqual({ ok: true, value: undefined })
    await settled()
    child().answer({ kind: 'value', secret: 'one' })
    expect(await second).toEqual({ ok: true, value: 'one' })
    expect(children).toHaveLength(1)
  })

  it('prepares a deletion only where another keyring could be in its way', async () => {
    const { keychain, child } = setUpClient()
    const prepared = keychain.prepareDelete(ref)
    expect(child().operations).toMatchObject([{ op: 'prepare-delete', attended: true }])
    child().answer({ kind: 'copy-locked' })
    expect(await prepared).toEqual(failed('keychain-copy-locked'))
    for (const platform of ['darwin', 'win32'] as const) {
      const { keychain: other, children } = setUpClient({ platform })
      expect(await other.prepareDelete(ref)).toEqual({ ok: true, value: undefined })
      expect(children).toHaveLength(0)
    }
  })

  it.each([
    ['missing', 'secret-missing', 'ready'],
    ['locked', 'keychain-locked', 'locked'],
    ['denied', 'keychain-denied', 'denied'],
    ['too-large', 'secret-too-large', 'starting'],
  ] as const)('turns %s into %s and the state %s', async (kind, code, state) => {
    const { keychain, child } = setUpClient()
    const result = keychain.get(ref)
    child().answer({ kind })
    expect(await result).toEqual(failed(code))
    expect(keychain.state.kind).toBe(state)
  })

  it('ignores an answer to another call', async () => {
    const { keychain, child } = setUpClient()
    const result = keychain.get(ref)
    child().answer({ kind: 'value', secret: 'wrong' }, 99)
    child().answer({ kind: 'value', secret: 'right' })
    expect(await result).toEqual({ ok: true, value: 'right' })
  })

  it('never sends a secret that some keychain would spoil', async () => {
    const { keychain, children } = setUpClient()
    expect(await keychain.set(ref, 'a\0b')).toEqual(failed('invalid-input'))
    expect(await keychain.set(ref, 'x'.repeat(2501))).toEqual(failed('secret-too-large'))
    expect(children).toHaveLength(0)
  })
})

describe('a process that fails', () => {
  it.each(['get', 'set', 'delete'] as const)('does %s once more in a fresh one', async (op) => {
    const { keychain, children, child } = setUpClient()
    const result = op === 'set' ? keychain.set(ref, 'one') : keychain[op](ref)
    child().exit()
    await settled()
    expect(children).toHaveLength(2)
    expect(child().operations).toEqual(children[0]?.operations)
    child().answer(op === 'get' ? { kind: 'value', secret: 'one' } : { kind: 'done' })
    expect(await result).toMatchObject({ ok: true })
  })

  it.each<[string, Answer]>([
    ['lost its process as well', { kind: 'stale' }],
    ['found no keychain', { kind: 'unavailable', trouble: 'unknown' }],
    ['found it locked', { kind: 'locked' }],
  ])('may have written what it was lost with, even if the second try %s', async (_, answer) => {
    const { keychain, child } = setUpClient()
    const write = keychain.set(ref, 'one')
    child().exit()
    await settled()
    if (answer.kind === 'stale') child().exit()
    else child().answer(answer)
    expect(await write).toEqual(failed('keychain-timeout'))
  })

  it.each<[Answer, boolean]>([
    [{ kind: 'locked' }, true],
    [{ kind: 'denied' }, true],
    [{ kind: 'too-large' }, true],
    [{ kind: 'unavailable', trouble: 'no-secret-service' }, true],
    [{ kind: 'unavailable', trouble: 'not-answering' }, false],
  ])('is told from a keychain that answers a write with %o', async (answer, nothing) => {
    const { keychain, child } = setUpClient()
    const write = keychain.set(ref, 'one')
    child().answer(answer)
    const failure = await write
    expect(!failure.ok && wroteNothing(failure.failure)).toBe(nothing)
  })

  it('takes a stale answer for a reason to start another', async () => {
    const { keychain, children, child } = setUpClient()
    const result = keychain.get(ref)
    child().answer({ kind: 'stale' })
    await settled()
    expect(children).toHaveLength(2)
    child().answer({ kind: 'value', secret: 'one' })
    expect(await result).toEqual({ ok: true, value: 'one' })
  })

  it('is left alone no longer because the clock was days ahead when it ended', async () => {
    const { keychain, children, child } = setUpClient()
    for (let ends = 0; ends < 3; ends += 1) {
      const result = keychain.get(ref)
      while (children.length <= ends) await settled()
      child().exit()
      await Promise.race([result, settled()])
    }
    expect(await keychain.get(ref)).toMatchObject({ failure: { retryAt: Date.now() + 1000 } })
    vi.setSystemTime(Date.now() - 3 * 24 * 3_600_000)
    void keychain.get(ref)
    await settled()
    expect(children).toHaveLength(4)
  })

  it('is left alone for longer and longer when it keeps ending, until it answers', async () => {
    const { keychain, children, child } = setUpClient()
    const crash = async () => {
      const result = keychain.get(ref)
      while (children.length > 0) {
        const before = children.length
        child().exit()
        await settled()
        if (children.length === before) break
      }
      return result
    }
    expect(await crash()).toEqual(failed('keychain-unavailable'))
    expect(keychain.state).toEqual({ kind: 'unavailable', reason: 'process-failed' })
    expect(children).toHaveLength(2)
    await crash()
    expect(children).toHaveLength(3)
    const resting = await keychain.get(ref)
    expect(resting).toEqual(failed('keychain-unavailable'))
    expect(resting).toMatchObject({ failure: { retryAt: Date.now() + 1000 } })
    expect(children).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(1000)
    await crash()
    expect(children).toHaveLength(4)
    await vi.advanceTimersByTimeAsync(1999)
    expect(await keychain.get(ref)).toEqual(failed('keychain-unavailable'))
    expect(children).toHaveLength(4)

    const retried = keychain.retry()
    expect(children).toHaveLength(5)
    child().answer({ kind: 'done' })
    expect(await retried).toEqual({ kind: 'ready' })
  })

  it('does not take the app down when it cannot be started at all', async () => {
    const spawn = () => {
      throw new Error('no such file')
    }
    const { keychain } = setUpClient({ spawn })
    expect(await keychain.get(ref)).toEqual(failed('keychain-unavailable'))
    expect(await keychain.set(ref, 'one')).toEqual(failed('keychain-unavailable'))
    expect(keychain.state).toEqual({ kind: 'unavailable', reason: 'process-failed' })
  })
})
