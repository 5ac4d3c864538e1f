import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setUpClient } from '../../../test/fakes/keychain-child'
import { accountId } from '../../shared/account'
import type { SecretRef } from './keychain'

const ref: SecretRef = { account: accountId.parse('account-1'), kind: 'session' }
const look = { op: 'look', attended: false }
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a keychain that changes by itself', () => {
  it('is looked at once for all that comes together, without a prompt', async () => {
    const { keychain, child, states } = setUpClient()
    const first = keychain.retry({ unattended: true })
    child().answer({ kind: 'done' })
    await first
    child().change()
    child().change()
    await vi.advanceTimersByTimeAsync(100)
    expect(child().operations).toEqual([look, look])
    child().answer({ kind: 'locked' })
    await settled()
    expect(states.at(-1)).toEqual({ kind: 'locked' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(child().operations).toHaveLength(2)
  })

  it.each([
    ['only comes and goes', { kind: 'unavailable', trouble: 'no-secret-service' }],
    ['ends each time it has answered', { kind: 'done' }],
  ] as const)('is looked at less and less often while it %s', async (_, answer) => {
    const { keychain, child } = setUpClient()
    const first = keychain.retry({ unattended: true })
    child().answer(answer)
    await first
    const looks = () => child().operations.length
    for (let minute = 0; minute < 10; minute += 1) {
      for (let tick = 0; tick < 600; tick += 1) {
        const before = looks()
        child().change()
        await vi.advanceTimersByTimeAsync(100)
        if (looks() > before) child().answer(answer)
      }
    }
    expect(looks()).toBeLessThan(25)
  })

  it('is looked at soon again once it has been quiet for a while', async () => {
    const { keychain, child } = setUpClient()
    const first = keychain.retry({ unattended: true })
    child().answer({ kind: 'done' })
    await first
    const change = async (wait: number): Promise<boolean> => {
      const before = child().operations.length
      child().change()
      await vi.advanceTimersByTimeAsync(wait)
      if (child().operations.length === before) return false
      child().answer({ kind: 'done' })
      await settled()
      return true
    }
    expect(await change(100)).toBe(true)
    expect(await change(199)).toBe(false)
    expect(await change(1)).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await change(100)).toBe(true)
  })

  it('leaves a denial to the person', async () => {
    const { keychain, child } = setUpClient()
    const write = keychain.set(ref, 'one')
    child().ask()
    child().answer({ kind: 'denied' })
    await write
    child().change()
    await vi.advanceTimersByTimeAsync(100)
    expect(keychain.state).toEqual({ kind: 'denied' })
    expect(child().operations).toHaveLength(1)
  })
})
