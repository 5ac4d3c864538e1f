import { describe, expect, it } from 'vitest'
import { FakeClock, settle } from '../../../test/fakes/clock'
import { settled } from '../../../test/fakes/program'
import { serverId } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import { Gate } from './gate'

const one = serverId.parse('made-up+https://one.example')
const other = serverId.parse('made-up+https://other.example')
const never = new AbortController().signal

/** Work at a gate that the test ends, and that notes when it begins. */
function works(gate: Gate, count: number, signal = never) {
  const begun: number[] = []
  const ends = Array.from({ length: count }, () => settled<Result<number>>())
  const results = ends.map(({ promise }, index) =>
    gate.run(one, signal, () => {
      begun.push(index)
      return promise
    }),
  )
  return { begun, ends, results }
}

describe('the gate of a server', () => {
  it('lets two in at a time, in order', async () => {
    const { begun, ends, results } = works(new Gate(Date.now), 4)
    await settle()
    expect(begun).toEqual([0, 1])
    ends[1]?.settle(ok(1))
    await results[1]
    await settle()
    expect(begun).toEqual([0, 1, 2])
    ends[0]?.settle(fail('offline'))
    await results[0]
    await settle()
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('is no other server’s', async () => {
    const gate = new Gate(Date.now)
    works(gate, 3)
    expect(await gate.run(other, never, () => Promise.resolve(ok('in')))).toEqual(ok('in'))
  })

  it('makes room when the work throws', async () => {
    const gate = new Gate(Date.now)
    for (let times = 0; times < 3; times += 1) {
      const bug = gate.run(one, never, () => Promise.reject(new Error('bug')))
      await expect(bug).rejects.toThrow('bug')
    }
    expect(await gate.run(one, never, () => Promise.resolve(ok('in')))).toEqual(ok('in'))
  })

  it('forgets who gives up waiting', async () => {
    const gate = new Gate(Date.now)
    const inside = works(gate, 2)
    const stopper = new AbortController()
    const gaveUp = works(gate, 1, stopper.signal)
    const behind = works(gate, 1)
    stopper.abort()
    expect(await gaveUp.results[0]).toMatchObject({ failure: { code: 'cancelled' } })
    inside.ends[0]?.settle(ok(0))
    await settle()
    expect(gaveUp.begun).toEqual([])
    expect(behind.begun).toEqual([0])
  })
})

describe('a server that asks for a pause', () => {
  it('is asked nothing until then: who waits is refused, who comes is refused', async () => {
    const clock = new FakeClock()
    const gate = new Gate(clock.now, clock.timer)
    const { begun, ends, results } = works(gate, 3)
    await settle()
    const retryAt = clock.now() + 5_000
    ends[0]?.settle(fail('rate-limited', { retryAt }))
    const refused = await results[2]
    expect(refused).toEqual(fail('rate-limited', { retryAt }))
    expect(begun).toEqual([0, 1])
    expect(refused && !refused.ok && gate.isRefusal(refused.failure)).toBe(true)
    const answered = await results[0]
    expect(answered && !answered.ok && gate.isRefusal(answered.failure)).toBe(false)

    const now = () => Promise.resolve(ok('in'))
    expect(await gate.run(one, never, now)).toEqual(fail('rate-limited', { retryAt }))
    expect(await gate.run(other, never, now)).toEqual(ok('in'))
    await clock.advance(5_000)
    expect(await gate.run(one, never, now)).toEqual(ok('in'))
  })

  it('lets those go on who wait for the end of the pause, and those who give up', async () => {
    const clock = new FakeClock()
    const gate = new Gate(clock.now, clock.timer)
    const retryAt = clock.now() + 5_000
    await gate.run(one, never, () => Promise.resolve(fail('service-error', { retryAt })))
    const stopper = new AbortController()
    const seen: string[] = []
    void gate.whenOpen(one, never).then(() => seen.push('open'))
    void gate.whenOpen(one, stopper.signal).then(() => seen.push('gave up'))
    await clock.advance(4_999)
    expect(seen).toEqual([])
    stopper.abort()
    await settle()
    expect(seen).toEqual(['gave up'])
    await clock.advance(1)
    expect(seen).toEqual(['gave up', 'open'])
    expect(clock.timers).toBe(0)
  })

  it('is believed whatever the adapter makes of its answer', async () => {
    const clock = new FakeClock()
    const gate = new Gate(clock.now, clock.timer)
    const retryAt = clock.now() + 90_000
    const http = gate.watch(
      { send: () => Promise.resolve(ok({ status: 429, json: null, retryAt })) },
      one,
    )
    await http.send({ method: 'GET', url: 'https://one.example', effect: 'safe', signal: never })
    expect(gate.closedUntil(one)).toBe(retryAt)
  })

  it('is left alone for a minute if it does not say how long', async () => {
    const clock = new FakeClock()
    const gate = new Gate(clock.now, clock.timer)
    await gate.run(one, never, () => Promise.resolve(fail('rate-limited')))
    expect(gate.closedUntil(one)).toBe(clock.now() + 60_000)
  })

  it('is left alone no longer because its pause began by a clock that was days ahead', async () => {
    const clock = new FakeClock()
    const gate = new Gate(clock.now, clock.timer)
    const pause = (ms: number) => fail('rate-limited', { retryAt: clock.now() + ms })
    await gate.run(one, never, () => Promise.resolve(pause(30_000)))
    let open = false
    void gate.whenOpen(one, never).then(() => (open = true))
    clock.setBack(3 * 24 * 3_600_000)
    await clock.advance(30_000)
    expect(open).toBe(true)
    expect(await gate.run(one, never, () => Promise.resolve(ok('in')))).toEqual(ok('in'))
    await gate.run(one, never, () => Promise.resolve(pause(60_000)))
    expect(gate.closedUntil(one)).toBe(clock.now() + 60_000)
  })
})
