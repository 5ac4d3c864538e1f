/** What pages may load, where they may go, and what windows tell the app. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { bundleHost, Launches } from './harness'
import type { HostedApp } from './launch'

interface Seen {
  readonly before: { readonly url: string; readonly resourceType: string }[]
  readonly navigations: { readonly url: string; readonly same: boolean; isMainFrame: boolean }[]
  readonly opened: string[]
  readonly events: string[]
  readonly downloads: [url: string, name: string, contents: number][]
}

let launches: Launches
let app: HostedApp
let page: Page
let server: Server
let address: string
let visits = 0

/** Has the app load a page, and waits until this side has seen it too: two clients watch one Chromium. */
async function load(url: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), app.seam('load', url)])
}

const seen = async (): Promise<Seen> => (await app.seam('seen')) as Seen

beforeAll(async () => {
  server = createServer((_request, response) => {
    visits++
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('from outside')
  })
  server.on('connection', () => visits++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  launches = new Launches(await bundleHost('pages'))
  app = await launches.start()
  page = await app.waitForWindow()
}, 60_000)

afterAll(async () => {
  await launches.end()
  server.close()
})

describe('the app’s own scheme', () => {
  test('is what the app sees, with every request of the page', async () => {
    expect(await app.seam('url')).toBe('fixture://app/index.html')
    expect((await seen()).before.slice(0, 2)).toEqual([
      { url: 'fixture://app/index.html', resourceType: 'mainFrame' },
      { url: 'fixture://app/page.js', resourceType: 'script' },
    ])
  })

  test('has its content security policy enforced', async () => {
    expect(await page.evaluate('window.inlineRan')).toBeUndefined()
    const violated = await page.evaluate(`new Promise((resolve) => {
      addEventListener('securitypolicyviolation', (e) => resolve(e.violatedDirective), { once: true })
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.head.append(script)
    })`)
    expect(violated).toContain('script-src')
  })

  test('takes requests with method, body and origin', async () => {
    const echoed = await page.evaluate(
      `fetch('/echo?x=1', { method: 'POST', body: 'a body' }).then((r) => r.json())`,
    )
    expect(echoed).toEqual({
      url: 'fixture://app/echo?x=1',
      method: 'POST',
      origin: 'fixture://app',
      body: 'a body',
    })
  })

  test('answers what its handler answers', async () => {
    expect(await page.evaluate(`fetch('/none').then((r) => r.status)`)).toBe(404)
    await load('fixture://app/none')
    await expect(app.seam('load', 'other://app/x')).rejects.toThrow(
      "ERR_UNKNOWN_URL_SCHEME (-302) loading 'other://app/x'",
    )
    await load('fixture://app/index.html')
  })
})

describe('what is not the app’s own', () => {
  test('is asked about and, when refused, reaches nobody', async () => {
    const outcome = await page.evaluate(`fetch('http://${address}/x').catch((e) => e.message)`)
    expect(outcome).toBe('Failed to fetch')
    expect((await seen()).before).toContainEqual({
      url: `http://${address}/x`,
      resourceType: 'xhr',
    })
    expect(visits).toBe(0)
  })

  test('cannot be reached by ways that nobody is asked about', async () => {
    const socket = await page.evaluate(`new Promise((resolve) => {
      const socket = new WebSocket('ws://${address}/')
      socket.onopen = () => resolve('open')
      socket.onerror = () => resolve('error')
    })`)
    expect(socket).toBe('error')
    await page.evaluate(`navigator.sendBeacon('http://${address}/beacon', 'x')`)
    await page.evaluate(`new Promise((resolve) => {
      const image = new Image()
      image.onload = image.onerror = resolve
      image.src = 'http://${address}/image.png'
    })`)
    expect(visits).toBe(0)
  })

  test('is reached when the app lets it', async () => {
    await app.seam('allow', address)
    expect(await page.evaluate(`fetch('http://${address}/x').then((r) => r.text())`)).toBe(
      'from outside',
    )
    await app.seam('allow')
    expect(visits).toBeGreaterThan(0)
  })
})

describe('navigation', () => {
  test('that the page begins is asked about, and does not happen when prevented', async () => {
    await page.click('#out')
    await expect.poll(async () => (await seen()).navigations).toHaveLength(1)
    await page.evaluate('location.href = "/frame.html"')
    await expect
      .poll(async () => (await seen()).navigations.map(({ url }) => url))
      .toEqual(['https://outside.example/', 'fixture://app/frame.html'])
    expect((await seen()).navigations.every(({ same, isMainFrame }) => same && isMainFrame)).toBe(
      true,
    )
    expect(await app.seam('url')).toBe('fixture://app/index.html')
    expect(await page.evaluate('document.title')).toBe('Fixture')
  })

  test('within the document is free', async () => {
    const before = (await seen()).navigations.length
    await page.click('#hash')
    await expect.poll(() => app.seam('url')).toBe('fixture://app/index.html#here')
    expect((await seen()).navigations).toHaveLength(before)
  })

  test('to a new window is asked about, and no window comes', async () => {
    await page.evaluate(`void window.open('https://outside.example/popup')`)
    await page.click('#blank')
    await expect
      .poll(async () => (await seen()).opened)
      .toEqual(['https://outside.example/popup', 'https://outside.example/blank'])
    await expect.poll(() => app.pages().length).toBe(1)
    expect(await app.seam('windows')).toHaveLength(1)
    expect((await seen()).before.filter(({ url }) => url.includes('popup'))).toEqual([])
  })

  test('to another program is asked about, and no program opens', async () => {
    await page.click('#mail')
    await expect
      .poll(async () => (await seen()).navigations.at(-1)?.url)
      .toBe('mailto:somebody@example.com')
    expect(await app.seam('url')).toBe('fixture://app/index.html#here')
  })

  test('to a file is a download that the app is asked about', async () => {
    await page.click('#file')
    await expect
      .poll(async () => (await seen()).downloads)
      .toEqual([['fixture://app/file', 'a file.txt', 1]])
    // The page still takes input: Chromium shows no dialog above it.
    await page.click('#hash')
  })

  test('by the app is not asked about, and runs the preload again', async () => {
    const before = (await seen()).navigations.length
    await load('fixture://app/frame.html')
    expect(await page.evaluate('typeof fixture.call')).toBe('function')
    await load('fixture://app/index.html')
    expect((await seen()).navigations).toHaveLength(before)
  })
})

describe('permissions', () => {
  test('are as the app’s handler answers', async () => {
    await app.seam('permissions')
    await load('fixture://app/index.html')
    const states = `Promise.all(['geolocation', 'notifications', 'camera'].map(async (name) =>
      (await navigator.permissions.query({ name })).state))`
    expect(await page.evaluate(states)).toEqual(['denied', 'granted', 'denied'])
  })
})

describe('windows', () => {
  test('come when they are shown, and have the size that was asked for', async () => {
    expect((await seen()).events.slice(0, 3)).toEqual(['ready-to-show 1', 'show 1', 'focus 1'])
    await expect.poll(() => page.evaluate('[innerWidth, innerHeight]')).toEqual([500, 400])
    expect(await app.seam('bounds', { width: 620, height: 410 })).toMatchObject({ width: 620 })
    await expect.poll(() => page.evaluate('[innerWidth, innerHeight]')).toEqual([620, 410])
  })

  test('say which host they are on', async () => {
    expect(await app.seam('windows')).toEqual([
      { id: 1, visible: true, title: expect.stringContaining('Chromium host') as string },
    ])
    expect(app.stderr).toContain('imitates Electron')
    expect(await app.seam('version')).toEqual(['chromium-host-fixture', '1.2.3', false, 'chromium'])
  })

  test('pass the focus on', async () => {
    const id = Number(await app.seam('open', {}, { show: true }))
    await app.controls.focusWindow(1)
    expect((await seen()).events.slice(-2)).toEqual([`blur ${id}`, 'focus 1'])
    await app.controls.closeWindow(id)
    expect((await seen()).events.at(-1)).toBe('closed')
    await expect.poll(() => app.pages().length).toBe(1)
  })

  test('take what is pasted where the caret is, as input', async () => {
    await page.focus('#field')
    const typed = page.evaluate(`new Promise((resolve) => {
      document.querySelector('#field').addEventListener('input', (e) => resolve([e.target.value, e.isTrusted]), { once: true })
    })`)
    await page.evaluate('0')
    await app.seam('paste', 'from the clipboard')
    expect(await typed).toEqual(['from the clipboard', true])
  })

  test('are gone for good once destroyed', async () => {
    await app.seam('open')
    await expect(app.seam('useDestroyed')).rejects.toThrow('Object has been destroyed')
  })
})
