// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useMinute, useTimeLeft } from './use-time'

const minute = 60_000
const start = Date.UTC(2026, 10, 20, 12)
const end = start + minute

beforeEach(() => {
  vi.useFakeTimers({ now: start })
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

describe('the time that is left', () => {
  it('begins at the whole wait, whenever the screen was opened', async () => {
    const { result, rerender } = renderHook(({ at }) => useTimeLeft(at), {
      initialProps: { at: undefined as number | undefined },
    })
    await pass(20_300)
    rerender({ at: Date.now() + minute })
    expect(result.current).toBe(minute)
  })

  it('goes down each second and tells the end neither early nor late', async () => {
    const { result } = renderHook(() => useTimeLeft(end))
    await pass(1_000)
    expect(result.current).toBe(minute - 1_000)
    await pass(minute - 1_001)
    expect(result.current).toBe(1_000)
    await pass(250)
    expect(result.current).toBe(0)
  })

  it('lets the clock rest once the wait is over', async () => {
    const { result } = renderHook(() => useTimeLeft(end))
    await pass(minute + 250)
    expect(result.current).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the minute', () => {
  const look = (state: DocumentVisibilityState) =>
    act(() => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
      document.dispatchEvent(new Event('visibilitychange'))
    })

  it('goes on each minute, by one clock for all that show it', async () => {
    const [one, other] = [renderHook(useMinute), renderHook(useMinute)]
    expect(one.result.current).toBe(start)
    expect(vi.getTimerCount()).toBe(1)
    await pass(minute)
    expect([one.result.current, other.result.current]).toEqual([end, end])
    one.unmount()
    expect(vi.getTimerCount()).toBe(1)
    other.unmount()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stands still out of sight, and is right at once when it is seen again', async () => {
    const { result } = renderHook(useMinute)
    look('hidden')
    expect(vi.getTimerCount()).toBe(0)
    await pass(10 * minute)
    look('visible')
    expect(result.current).toBe(start + 10 * minute)
    await pass(minute)
    expect(result.current).toBe(start + 11 * minute)
    vi.restoreAllMocks()
  })
})
