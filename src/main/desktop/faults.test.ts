import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createLog } from '../log'
import { watchFaults } from './faults'

function rig() {
  const lines: string[] = []
  const flushed: number[] = []
  const [program, app] = [new EventEmitter(), new EventEmitter()]
  watchFaults({
    process: program,
    app,
    log: createLog((line) => lines.push(line)),
    flush: () => flushed.push(lines.length),
  })
  return { lines, flushed, program, app }
}

describe('a fault', () => {
  it.each([
    ['uncaughtExceptionMonitor', /bug uncaught program threw Error: no such row/],
    ['unhandledRejection', /bug unhandled promise threw Error: no such row/],
  ])('that comes as %s is on the disk before the program may end', (event, line) => {
    const { lines, flushed, program } = rig()
    program.emit(event, new Error('no such row'))
    expect(lines.join()).toMatch(line)
    expect(flushed).toEqual([1])
  })

  it('leaves to Electron what becomes of the program', () => {
    expect(rig().program.listenerCount('uncaughtException')).toBe(0)
  })

  it('of a page and of a process is told with its reason, unless they ended well', () => {
    const { lines, app } = rig()
    app.emit('render-process-gone', {}, {}, { reason: 'oom', exitCode: 5 })
    app.emit('render-process-gone', {}, {}, { reason: 'clean-exit', exitCode: 0 })
    const gone = { type: 'Utility', reason: 'crashed', exitCode: 11, name: 'latchkey-keychain' }
    app.emit('child-process-gone', {}, gone)
    app.emit('child-process-gone', {}, { ...gone, reason: 'clean-exit', exitCode: 0 })
    expect(lines.map((line) => line.slice(25))).toEqual([
      'info a page is gone (oom, 5)',
      'info process latchkey-keychain is gone (crashed, 11)',
    ])
  })

  it('leaves nothing in memory when the program ends', () => {
    const { flushed, program } = rig()
    program.emit('exit', 0)
    expect(flushed).toEqual([0])
  })
})
