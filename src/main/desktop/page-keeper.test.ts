import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { PageKeeper } from './page-keeper'

function setUp() {
  const contents = new EventEmitter()
  const told: string[] = []
  const clock = { now: 0 }
  const keeper = new PageKeeper({
    contents,
    // A load that fails is told twice, as by Electron: by the event and by the promise.
    load: () => {
      told.push('load')
      return Promise.reject(new Error('ERR_FAILED'))
    },
    now: () => clock.now,
    onLoaded: () => told.push('loaded'),
    onGivenUp: () => told.push('given up'),
  })
  const fail = (code = -2, isMainFrame = true) =>
    contents.emit('did-fail-load', {}, code, 'ERR', 'latchkey://app/index.html', isMainFrame)
  return { keeper, told, clock, fail, contents }
}

describe('a page', () => {
  it.each(['its process ends', 'it cannot be loaded'])('is loaded again when %s', (how) => {
    const { keeper, told, contents, fail } = setUp()
    contents.emit('did-finish-load')
    expect(keeper.loaded).toBe(true)
    if (how === 'its process ends') contents.emit('render-process-gone', {}, { reason: 'crashed' })
    else fail()
    expect(keeper.loaded).toBe(false)
    contents.emit('did-finish-load')
    expect(told).toEqual(['loaded', 'load', 'loaded'])
  })

  it('is left alone when it fails again soon, until the person asks or time has passed', () => {
    const { keeper, told, contents, clock, fail } = setUp()
    fail()
    clock.now = 29_999
    fail()
    expect(told).toEqual(['load', 'given up'])
    keeper.retry()
    keeper.retry()
    contents.emit('did-finish-load')
    clock.now = 30_000
    contents.emit('render-process-gone')
    expect(told).toEqual(['load', 'given up', 'load', 'loaded', 'load'])
  })

  it('does not mind a frame that fails, or a load that was refused or replaced', () => {
    const { keeper, told, contents, fail } = setUp()
    contents.emit('did-finish-load')
    fail(-2, false)
    fail(-3)
    expect(keeper.loaded).toBe(true)
    expect(told).toEqual(['loaded'])
  })

  it.each(['did-finish-load', 'render-process-gone', 'did-fail-load'])(
    'is settled with %s, and says so once',
    (event) => {
      const { keeper, contents, fail } = setUp()
      let settled = 0
      keeper.onSettled(() => (settled += 1))
      expect(settled).toBe(0)
      if (event === 'did-fail-load') fail()
      else contents.emit(event)
      expect(settled).toBe(1)
      contents.emit('did-finish-load')
      expect(settled).toBe(1)
      keeper.onSettled(() => (settled += 1))
      expect(settled).toBe(2)
    },
  )
})
