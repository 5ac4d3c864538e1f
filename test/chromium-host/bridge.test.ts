/** The passage from a page's script over the preload to the main process, and what cannot pass. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { bundleHost, Launches } from './harness'
import type { HostedApp } from './launch'

let launches: Launches
let app: HostedApp
let page: Page

beforeAll(async () => {
  launches = new Launches(await bundleHost('bridge'))
  app = await launches.start()
  page = await app.waitForWindow()
}, 60_000)

afterAll(async () => {
  await launches.end()
})

describe('the preload', () => {
  test('runs before the page’s first script', async () => {
    expect(await page.evaluate('atStart.api')).toBe('object')
  })

  test('can require nothing but electron, and is told the name', async () => {
    const refused = await page.evaluate<Record<string, string>>('fixture.refused')
    expect(Object.keys(refused)).toEqual(['fs', 'node:fs', './other.cjs', 'path'])
    expect(refused['fs']).toContain('module not found: fs')
  })

  test('is told which member the host lacks', async () => {
    expect(await page.evaluate('fixture.missing')).toContain('webFrame')
  })

  test('sees neither the binding nor other parts of the host', async () => {
    expect(await page.evaluate('fixture.globals')).toEqual([])
  })

  test('that is an ES module does not run, and the page loads without it', async () => {
    const id = await app.seam('open', { preload: 'module-preload.mjs' })
    const other = await app.waitForWindow(
      async (candidate) => (await candidate.evaluate('atStart.api')) === 'undefined',
    )
    expect(app.stderr).toContain('Cannot use import statement outside a module')
    await app.controls.closeWindow(Number(id))
    if (!other.isClosed()) await other.waitForEvent('close')
  })
})

describe('what the page gets', () => {
  test('is the exposed object, frozen all the way down', async () => {
    const frozen = await page.evaluate(`[
      Object.isFrozen(fixture),
      Object.isFrozen(fixture.nested.list[1]),
      Object.isFrozen(fixture.add),
      Object.getOwnPropertyDescriptor(window, 'fixture').writable,
      Object.getOwnPropertyDescriptor(window, 'fixture').configurable,
    ]`)
    expect(frozen).toEqual([true, true, true, false, false])
  })

  test('calls functions of the preload, at once or later, both ways', async () => {
    expect(await page.evaluate('fixture.add(2, 3)')).toBe(5)
    expect(await page.evaluate('fixture.later([1, { a: null }])')).toEqual([1, { a: null }])
    expect(await page.evaluate('fixture.twice((n) => n * 10)')).toBe(30)
    const failure = page.evaluate(
      'fixture.fails().catch((e) => [e instanceof Error, e.name, e.message])',
    )
    expect(await failure).toEqual([true, 'TypeError', 'no'])
  })

  test('can pass nothing that cannot be cloned', async () => {
    const call = `(() => { try { fixture.add(Symbol('x'), 1) } catch (e) { return e.message } })()`
    expect(await page.evaluate(call)).toContain('could not be cloned')
  })

  test('does not include the binding, the preload’s globals or ipcRenderer', async () => {
    const names = await page.evaluate<string[]>('atStart.names')
    const known = await page.evaluate<string[]>(`(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const names = Object.getOwnPropertyNames(frame.contentWindow)
      frame.remove()
      return names
    })()`)
    // A fresh frame has what every page has; beyond that there is only what was exposed.
    const added = names.filter((name) => !known.includes(name))
    expect(added.filter((name) => !/^\d+$/.test(name)).sort()).toEqual(['fixture'])
    expect(known.filter((name) => /^(host|receive)|latchkey|electron/.test(name))).toEqual([])
    expect(await page.evaluate('typeof onlyInPreload')).toBe('undefined')
  })

  test('does not let go of its passage when the page’s script turns against the built-ins', async () => {
    const caught = await page.evaluate(`(async () => {
      const caught = []
      const spy = (owner, name, key) => {
        const before = Object.getOwnPropertyDescriptor(owner, name)
        const original = before[key]
        const spying = function (...args) {
          if (!(this instanceof Node) && this !== window) caught.push(name)
          return Reflect.apply(original, this, args)
        }
        Object.defineProperty(owner, name, { ...before, [key]: spying })
        return () => Object.defineProperty(owner, name, before)
      }
      const restore = [
        spy(EventTarget.prototype, 'dispatchEvent', 'value'),
        spy(EventTarget.prototype, 'addEventListener', 'value'),
        spy(CustomEvent.prototype, 'detail', 'get'),
        spy(Event.prototype, 'target', 'get'),
      ]
      const { CustomEvent: original } = window
      window.CustomEvent = class { constructor() { caught.push('CustomEvent') } }
      await fixture.call('echo', 1)
      fixture.twice(() => 1)
      window.CustomEvent = original
      restore.forEach((undo) => undo())
      return caught
    })()`)
    expect(caught).toEqual([])
  })
})

describe('messages', () => {
  test('go to a handler and come back', async () => {
    const value = { text: 'grüße 🔑', list: [1, null, true], nested: { a: {} } }
    expect(await page.evaluate(`fixture.call('echo', ${JSON.stringify(value)})`)).toEqual([value])
    expect(await page.evaluate('fixture.call("nothing")')).toBeUndefined()
  })

  test('carry JSON and nothing else, in both directions', async () => {
    const failed = (expression: string) => page.evaluate(`${expression}.catch((e) => e.message)`)
    expect(await failed('fixture.date()')).toContain('argument 1.at')
    expect(await failed('fixture.call("echo", new Map())')).toContain('JSON cannot carry')
    expect(await failed('fixture.call("echo", [NaN])')).toContain('argument 1[0] is NaN')
    expect(await failed('fixture.call("echo", 10n)')).toContain('a bigint')
    expect(await failed('fixture.call("date")')).toContain('the answer.at')
  })

  test('fail as Electron words it', async () => {
    const failed = (channel: string) =>
      page.evaluate(`fixture.call('${channel}').catch((e) => e.message)`)
    expect(await failed('fail')).toBe(
      "Error invoking remote method 'fail': Error: the handler failed",
    )
    expect(await failed('unknown')).toBe(
      "Error invoking remote method 'unknown': Error: No handler registered for 'unknown'",
    )
  })

  test('reach the page as events until it stops listening', async () => {
    const heard = page.evaluate(`new Promise((resolve) => {
      const heard = []
      const stop = fixture.on('noted', (text) => {
        heard.push(text)
        if (heard.length === 2) { stop(); fixture.note('c'); fixture.call('nothing').then(() => resolve(heard)) }
      })
      fixture.note('a')
      fixture.note('b')
    })`)
    expect(await heard).toEqual(['a!', 'b!'])
  })

  test('name their sender: the top frame of a window, at the app’s own address', async () => {
    expect(await page.evaluate('fixture.call("who")')).toMatchObject({
      url: 'fixture://app/index.html',
      origin: 'fixture://app',
      top: true,
      window: 1,
      sameTop: true,
    })
  })

  test('from a frame inside the page are told apart', async () => {
    const id = Number(
      await app.seam('open', { page: 'frame.html', nodeIntegrationInSubFrames: true }),
    )
    const outer = await app.waitForWindow((candidate) => candidate.url().endsWith('/frame.html'))
    await outer.waitForLoadState('load')
    const inner = outer.frame('inner')
    expect(await inner?.evaluate('fixture.call("who")')).toMatchObject({
      url: 'fixture://app/index.html',
      top: false,
      topUrl: 'fixture://app/frame.html',
      window: id,
    })
    await app.controls.closeWindow(id)
    if (!outer.isClosed()) await outer.waitForEvent('close')
  })

  test('cannot be sent by a frame inside the page unless the window allows it', async () => {
    const id = Number(await app.seam('open', { page: 'frame.html' }))
    const outer = await app.waitForWindow((candidate) => candidate.url().endsWith('/frame.html'))
    await outer.waitForLoadState('load')
    expect(await outer.frame('inner')?.evaluate('atStart.api')).toBe('undefined')
    await app.controls.closeWindow(id)
    if (!outer.isClosed()) await outer.waitForEvent('close')
  })

  test('of a foreign frame can be made up by a test', async () => {
    const call = {
      windowId: 1,
      url: 'https://evil.example/x',
      top: false,
      channel: 'who',
      args: [],
    }
    expect(await app.controls.invokeFromFrame(call)).toMatchObject({
      ok: true,
      value: { url: call.url, origin: 'https://evil.example', top: false },
    })
  })
})
