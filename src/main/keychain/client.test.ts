import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountId } from '../../shared/account'
import { KeychainClient, type KeychainClientOptions } from './client'
import { wroteNothing, type KeychainState, type SecretRef } from './keychain'
import type { Answer, KeychainRequest, Operation } from './protocol'
import type { KeychainChild } from './supervisor'

const ref: SecretRef = { account: accountId.parse('account-1'), kind: 'session' }
const other: SecretRef = { account: accountId.parse('account-2'), kind: 'session' }
const unattended = { unattended: true }

/** A process that answers when the test says so. */
class FakeChild implements KeychainChild {
  readonly received: KeychainRequest[] = []
  readonly #onMessage: ((message: unknown) => void)[] = []
  readonly #onExit: (() => void)[] = []
  postMessage(message: KeychainRequest): void {
    this.received.push(message)
  }
  on(event: 'message' | 'exit', listener: (message?: unknown) => void): void {
    if (event === 'message') this.#onMessage.push(listener)
    else this.#onExit.push(listener)
  }
  kill(): boolean {
    this.exit()
    return true
  }
  exit(): void {
    for (const listener of this.#onExit) listener()
  }
  ask(): void {
    for (const listener of this.#onMessage) listener({ kind: 'asking', id: this.lastId })
  }
  answer(answer: Answer, id = this.lastId): void {
    for (const listener of this.#onMessage) listener({ kind: 'answer', id, answer })
  }
  get lastId(): number {
    return this.received.findLast(({ kind }) => kind === 'perform')?.id ?? 0
  }
  get operations(): Operation[] {
    return this.received.flatMap((each) => (each.kind === 'perform' ? [each.operation] : []))
  }
}

function setUp(options: Partial<KeychainClientOptions> = {}) {
  const children: FakeChild[] = []
  const spawn = () => {
    const child = new FakeChild()
    children.push(child)
    return child
  }
  const keychain = new KeychainClient({ spawn, service: 'test', platform: 'linux', ...options })
  const states: KeychainState[] = []
  keychain.onState((state) => states.push(state))
  const child = () => {
    const last = children.at(-1)
    if (last === undefined) throw new Error('No process was started.')
    return last
  }
  return { keychain, children, child, states }
}

const failed = (code: string) => ({
  ok: false,
  failure: expect.objectContaining({ code }) as unknown,
})
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('calls', () => {
  it('starts no process before the first call and sends one call at a time', async () => {
    const { keychain, children, child } = setUp()
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

  it.each([
    ['missing', 'secret-missing', 'ready'],
    ['locked', 'keychain-locked', 'locked'],
    ['denied', 'keychain-denied', 'denied'],
    ['too-large', 'secret-too-large', 'starting'],
  ] as const)('turns %s into %s and the state %s', async (kind, code, state) => {
    const { keychain, child } = setUp()
    const result = keychain.get(ref)
    child().answer({ kind })
    expect(await result).toEqual(failed(code))
    expect(keychain.state.kind).toBe(state)
  })

  it('ignores an answer to another call', async () => {
    const { keychain, child } = setUp()
    const result = keychain.get(ref)
    child().answer({ kind: 'value', secret: 'wrong' }, 99)
    child().answer({ kind: 'value', secret: 'right' })
    expect(await result).toEqual({ ok: true, value: 'right' })
  })

  it('never sends a secret that some keychain would spoil', async () => {
    const { keychain, children } = setUp()
    expect(await keychain.set(ref, 'a\0b')).toEqual(failed('invalid-input'))
    expect(await keychain.set(ref, 'x'.repeat(2501))).toEqual(failed('secret-too-large'))
    expect(children).toHaveLength(0)
  })
})

describe('a process that fails', () => {
  it.each(['get', 'set', 'delete'] as const)('does %s once more in a fresh one', async (op) => {
    const { keychain, children, child } = setUp()
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
    const { keychain, child } = setUp()
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
    const { keychain, child } = setUp()
    const write = keychain.set(ref, 'one')
    child().answer(answer)
    const failure = await write
    expect(!failure.ok && wroteNothing(failure.failure)).toBe(nothing)
  })

  it('takes a stale answer for a reason to start another', async () => {
    const { keychain, children, child } = setUp()
    const result = keychain.get(ref)
    child().answer({ kind: 'stale' })
    await settled()
    expect(children).toHaveLength(2)
    child().answer({ kind: 'value', secret: 'one' })
    expect(await result).toEqual({ ok: true, value: 'one' })
  })

  it('is left alone for longer and longer when it keeps ending, until it answers', async () => {
    const { keychain, children, child } = setUp()
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
    const { keychain } = setUp({ spawn })
    expect(await keychain.get(ref)).toEqual(failed('keychain-unavailable'))
    expect(await keychain.set(ref, 'one')).toEqual(failed('keychain-unavailable'))
    expect(keychain.state).toEqual({ kind: 'unavailable', reason: 'process-failed' })
  })
})

describe('time limits', () => {
  it('end an unattended read after a second try, and nothing else', async () => {
    const { keychain, children, child } = setUp()
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
    const { keychain, children } = setUp({ platform: 'darwin' })
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
    const { keychain, child, states } = setUp()
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
    const { keychain, child } = setUp()
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
    const { keychain, children, child } = setUp()
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
    const { keychain, children, child } = setUp()
    const write = keychain.set(ref, 'one')
    child().ask()
    child().exit()
    expect(await write).toEqual(failed('keychain-timeout'))
    expect(children).toHaveLength(1)
  })

  it('are taken for granted on macOS when an attended call is slow', async () => {
    const { keychain, child } = setUp({ platform: 'darwin' })
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
    const { keychain, child } = setUp()
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
    const { keychain, child } = setUp()
    const cancel = new AbortController()
    const write = keychain.set(ref, 'one', { signal: cancel.signal })
    cancel.abort()
    child().answer({ kind: 'done' })
    expect(await write).toEqual({ ok: true, value: undefined })
  })
})

describe('closing', () => {
  it('cancels reads, waits for writes, and refuses what comes later', async () => {
    const { keychain, children, child } = setUp()
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
    const { keychain, children } = setUp()
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
    const { keychain, child, states } = setUp()
    keychain.useMemory()
    expect(keychain.state).toEqual({ kind: 'starting' })
    const read = keychain.get(ref)
    child().answer({ kind: 'unavailable', trouble: 'no-secret-service' })
    await read
    keychain.useMemory()
    expect(await keychain.set(ref, 'one')).toMatchObject({ ok: true })
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'one' })
    expect(await keychain.get({ ...ref, kind: 'password' })).toEqual(failed('secret-missing'))
    expect(await keychain.get(other)).toEqual(failed('keychain-unavailable'))
    expect(await keychain.delete(other)).toEqual(failed('keychain-unavailable'))
    expect(await keychain.delete(ref)).toMatchObject({ ok: true })
    expect(await keychain.get(ref)).toEqual(failed('secret-missing'))
    expect(await keychain.retry()).toEqual({ kind: 'memory' })
    expect(states.map(({ kind }) => kind)).toEqual(['unavailable', 'memory'])
    expect(child().operations).toHaveLength(1)
  })
})
