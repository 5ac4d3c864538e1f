// @vitest-environment jsdom
/** Who says what by itself, and that it is said once: not again with each second. */
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail } from '../../../shared/failure'
import { waitingRemoval } from '../../gallery/form-scenes'
import { ids } from '../../gallery/sample-ids'
import { accounts } from '../../gallery/samples'
import { listen } from './hearing'
import { open, press, text } from './app-rig'

const [first, second] = accounts
if (!first || !second) throw new Error('The samples are too few.')

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

/** Lets time pass for clocks that are drawn, a quarter of a second at a time. */
async function pass(seconds: number): Promise<void> {
  for (let step = 0; step < seconds * 4; step += 1) {
    await act(async () => {
      vi.advanceTimersByTime(250)
      await Promise.resolve()
    })
  }
}

describe('a limit of the service', () => {
  it('is told with its time when it comes and when it is over, not in between', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
    const retryAt = Date.now() + 5_000
    await open(
      {},
      { kind: 'add', adapter: ids.adapter('ruuvi') },
      { 'flow.begin': () => fail('rate-limited', { retryAt }) },
    )
    const said = listen()
    await press(/^Register/)
    expect(screen.getByRole('button', { name: text.flow.waitFor('0:05') })).toBeTruthy()
    await pass(3)
    expect(screen.getByRole('button', { name: text.flow.waitFor('0:02') })).toBeTruthy()
    expect(said()).toHaveLength(1)
    expect(said()[0]).toContain(text.failures['rate-limited'].title)
    await pass(3)
    expect(said().slice(1)).toEqual([text.flow.canTryAgain])
  })
})

describe('the state of an account that is open', () => {
  const at = { kind: 'account', account: first.id } as const

  it('is no news when its page opens', async () => {
    await open()
    const said = listen()
    await press(/^Second shop/, screen.getByRole('navigation', { name: text.accounts.title }))
    expect(said()).toEqual([])
  })

  it('is told once when it changes by itself', async () => {
    const { bridge } = await open({}, at)
    const said = listen()
    const change = { ...first, state: 'unreachable', failure: { code: 'offline' } } as const
    act(() => bridge.change({ accounts: [change] }))
    const words = said()
    expect(words).toHaveLength(1)
    expect(words[0]).toContain(text.accountStates.unreachable.title)
    expect(words[0]).toContain(text.failures.offline.title)
  })

  it('is left to the message where somebody asked and all is well', async () => {
    const { bridge } = await open({}, at)
    const said = listen()
    act(() => bridge.change({ accounts: [{ ...first, busy: 'checking' }] }))
    expect(said()).toEqual([text.accountBusy.checking])
    act(() => bridge.change({ accounts: [first] }))
    expect(said()).toEqual([text.accountBusy.checking])
  })
})

describe('the keychain', () => {
  it('is told when it is locked and when it is open again, and not at the start', async () => {
    const { bridge } = await open({ keychain: { kind: 'starting' } })
    const said = listen()
    act(() => bridge.change({ keychain: { kind: 'ready' } }))
    expect(said()).toEqual([])
    act(() => bridge.change({ keychain: { kind: 'locked' } }))
    expect(said()).toHaveLength(1)
    act(() => bridge.change({ keychain: { kind: 'ready' } }))
    expect(said()).toHaveLength(2)
    expect(said()[0]).toContain(text.keychain.words({ kind: 'locked' }, 'linux').title)
    expect(said()[1]).toContain(text.keychain.words({ kind: 'ready' }, 'linux').title)
  })

  it('is not told to be open while a denied one is looked at anew', async () => {
    const { bridge } = await open({ keychain: { kind: 'denied' } })
    const said = listen()
    act(() => bridge.change({ keychain: { kind: 'starting' } }))
    expect(said()).toEqual([])
    act(() => bridge.change({ keychain: { kind: 'asking' } }))
    expect(said()[0]).toContain(text.keychain.words({ kind: 'asking' }, 'linux').title)
  })
})

describe('the check of all accounts', () => {
  it('is told to be over once, and not with each minute that it is longer ago', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
    const { bridge } = await open()
    const said = listen()
    const now = Date.now()
    const run = { total: 2, done: 2, startedAt: now, endedAt: now, found: { ready: 2 } }
    act(() => bridge.change({ checkAll: { kind: 'ended', ...run, cancelled: false } }))
    act(() => void vi.advanceTimersByTime(3 * 60_000))
    expect(screen.getByText(text.health.ended('3 minutes ago'))).toBeTruthy()
    expect(said()).toEqual([text.health.ended('just now')])
  })
})

describe('a removal', () => {
  it('is told once, with how much time there is to undo it', async () => {
    const { bridge } = await open()
    const said = listen()
    act(() => bridge.change({ removals: [waitingRemoval({ endsAt: Date.now() + 10_000 })] }))
    await waitFor(() => expect(said().length).toBeGreaterThan(0))
    await act(() => new Promise((later) => setTimeout(later, 1_500)))
    expect(said()).toHaveLength(1)
    expect(said()[0]).toContain(text.accounts.removal.told('Family'))
    expect(said()[0]).toContain(text.accounts.removal.undoWithin(10))
    expect(said()[0]).not.toContain('0:')
  })
})

describe('what was done and what failed', () => {
  it('is told once each', async () => {
    const { actions } = await open(
      {},
      { kind: 'home' },
      { 'accounts.check': () => fail('offline') },
    )
    const said = listen()
    await act(() => actions.check(first.id))
    await waitFor(() => expect(said().length).toBeGreaterThan(0))
    await act(() => new Promise((later) => setTimeout(later, 1_500)))
    expect(said()).toHaveLength(1)
    expect(said()[0]).toContain(text.failures.offline.title)
  })
})
