import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { expect, it } from 'vitest'
import { logIn, rig } from '../../../test/fakes/program'
import { whenSessionEnds } from './session-end'

it('a session that ends is told, and let end', () => {
  const window = new EventEmitter()
  let told = 0
  // Two events are all that is used of it.
  whenSessionEnds(window as unknown as BrowserWindow, () => (told += 1))
  const query = new Event('query-session-end', { cancelable: true })
  window.emit('query-session-end', query)
  expect(told).toBe(1)
  expect(query.defaultPrevented).toBe(false)
  window.emit('session-end', new Event('session-end'))
  expect(told).toBe(2)
})

it('what the program would write in a while is written by then', async () => {
  const running = await rig()
  await logIn(running, 'home@made-up.example')
  await running.program.flush()
  expect(await readFile(join(running.folder, 'history.json'), 'utf8')).toContain('logged-in')
  await running.program.close()
})
