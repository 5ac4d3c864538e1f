import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../shared/failure'
import { BatchedFile } from './batched-file'

let saved: number[]
let tookMs: number
let outcome: Result<void>
let value: number
let file: BatchedFile<{ value: number }>

beforeEach(() => {
  vi.useFakeTimers()
  saved = []
  tookMs = 0
  outcome = ok(undefined)
  value = 0
  const save = async (content: { value: number }): Promise<Result<void>> => {
    await new Promise((resolve) => setTimeout(resolve, tookMs))
    if (outcome.ok) saved.push(content.value)
    return outcome
  }
  file = new BatchedFile({ save }, () => ({ value }), 2_000)
})
afterEach(() => {
  vi.useRealTimers()
})

function change(): void {
  value += 1
  file.touch()
}

it('writes once for all changes of a while, with what holds then', async () => {
  for (let times = 0; times < 1_000; times += 1) change()
  await vi.advanceTimersByTimeAsync(1_999)
  expect(saved).toEqual([])
  await vi.advanceTimersByTimeAsync(2)
  expect(saved).toEqual([1_000])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(saved).toEqual([1_000])
})

it('waits longer after a write that took long', async () => {
  tookMs = 500
  change()
  await vi.advanceTimersByTimeAsync(2_500)
  expect(saved).toEqual([1])
  change()
  await vi.advanceTimersByTimeAsync(9_999)
  expect(saved).toEqual([1])
  await vi.advanceTimersByTimeAsync(502)
  expect(saved).toEqual([1, 2])
})

it('writes at once when it is told to, and what changes meanwhile with the next write', async () => {
  tookMs = 500
  change()
  const flushed = file.flush()
  await vi.advanceTimersByTimeAsync(100)
  change()
  await vi.advanceTimersByTimeAsync(400)
  await flushed
  expect(saved).toEqual([1])
  const again = file.flush()
  await vi.advanceTimersByTimeAsync(500)
  await again
  expect(saved).toEqual([1, 2])
})

it('keeps what the disk refused for the next flush', async () => {
  outcome = fail('disk-failed')
  change()
  await vi.advanceTimersByTimeAsync(2_001)
  outcome = ok(undefined)
  const flushed = file.flush()
  await vi.advanceTimersByTimeAsync(1)
  await flushed
  expect(saved).toEqual([1])
})
