import { describe, expect, it } from 'vitest'
import { settled } from '../../../test/fakes/program'
import { SharedWork } from './shared-work'

function rig() {
  const shared = new SharedWork<string>()
  const signals: AbortSignal[] = []
  const ends: ReturnType<typeof settled<string>>[] = []
  const join = (signal?: AbortSignal, key = 'a') =>
    shared.join(
      key,
      (stop) => {
        signals.push(stop)
        const end = settled<string>()
        ends.push(end)
        return end.promise
      },
      'left',
      signal,
    )
  return { join, signals, ends }
}

describe('work that several want', () => {
  it('is done once for all who want it meanwhile, and anew for who comes later', async () => {
    const { join, signals, ends } = rig()
    const both = [join(), join()]
    expect(signals).toHaveLength(1)
    ends[0]?.settle('done')
    expect(await Promise.all(both)).toEqual(['done', 'done'])
    void join()
    expect(signals).toHaveLength(2)
  })

  it('is its own for each key', () => {
    const { join, signals } = rig()
    void join(undefined, 'a')
    void join(undefined, 'b')
    expect(signals).toHaveLength(2)
  })

  it('goes on for the others when one gives up', async () => {
    const { join, signals, ends } = rig()
    const stopper = new AbortController()
    const gaveUp = join(stopper.signal)
    const stays = join(new AbortController().signal)
    stopper.abort()
    expect(await gaveUp).toBe('left')
    expect(signals[0]?.aborted).toBe(false)
    ends[0]?.settle('done')
    expect(await stays).toBe('done')
  })

  it('stops when nobody waits any more, and is not joined after that', async () => {
    const { join, signals, ends } = rig()
    const [one, other] = [new AbortController(), new AbortController()]
    const waiting = [join(one.signal), join(other.signal)]
    one.abort()
    expect(signals[0]?.aborted).toBe(false)
    other.abort()
    expect(signals[0]?.aborted).toBe(true)
    expect(await Promise.all(waiting)).toEqual(['left', 'left'])
    const later = join()
    expect(signals).toHaveLength(2)
    ends[0]?.settle('too late')
    ends[1]?.settle('done')
    expect(await later).toBe('done')
  })

  it('begins nothing for who has given up already', async () => {
    const { join, signals } = rig()
    expect(await join(AbortSignal.abort())).toBe('left')
    expect(signals).toHaveLength(0)
  })

  it('fails for all when it throws', async () => {
    const shared = new SharedWork<string>()
    const bug = () => Promise.reject(new Error('bug'))
    const both = [
      shared.join('a', bug, 'left'),
      shared.join('a', bug, 'left', new AbortController().signal),
    ]
    for (const one of await Promise.allSettled(both)) expect(one.status).toBe('rejected')
  })
})
