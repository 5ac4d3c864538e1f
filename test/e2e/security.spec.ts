/**
 * Electron's list of what a secure program does (docs/security.md), tried from inside the built app: one
 * program, attacked in many ways. What Chromium cannot show is read off what Electron was told.
 */
import type { Page } from '@playwright/test'
import type { Person } from '../walks/person'
import { attempts, expectedPolicy, type Attempt } from './attacks'
import { expect, test } from './fixtures'

const { step } = test

test('a page can do nothing but draw and call', async ({ computer, person }) => {
  const { page } = person
  const own = page.url()

  await step('it has two functions of the program, and nothing of Node or Electron', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys(Reflect.get(globalThis, 'latchkey') as object).sort(),
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
        (name) => name in globalThis,
      ),
      frozen: Object.isFrozen(Reflect.get(globalThis, 'latchkey')),
    }))
    expect(found).toEqual({ bridge: ['call', 'on'], node: [], frozen: true })
  })

  await step(
    'it comes with the policy that lets it load its own files and nothing else',
    async () => {
      const response = await page.reload()
      const headers = response?.headers() ?? {}
      const policy = (headers['content-security-policy'] ?? '').split('; ')
      expect(policy.sort()).toEqual([...expectedPolicy].sort())
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    },
  )

  await step('the policy stops each way of loading, running and sending', async () => {
    for (const attempt of attempts(computer.sandbox.urls.mailbox)) {
      expect(await stoppedBy(page, attempt), attempt.what).toEqual(attempt.stoppedBy)
    }
    expect(await page.evaluate(evalWorks), 'eval').toBe(false)
    expect(await page.evaluate(`'intruder' in globalThis`)).toBe(false)
  })

  await step('it gets no file but those of the build', async () => {
    for (const path of ['/..%2f..%2fresources%2ficon.png', '//other/icon.png', '/none.png']) {
      expect(await loadsPicture(page, JSON.stringify(path)), path).toBe(false)
    }
    expect(await loadsPicture(page, `document.querySelector('link[rel=icon]').href`)).toBe(true)
  })

  await step('it opens no windows', async () => {
    await page.evaluate(`void (globalThis.opened = window.open('https://example.com'))`)
    const refused = `globalThis.opened === null || globalThis.opened.closed`
    await expect.poll(() => page.evaluate(refused)).toBe(true)
    for (const target of ['_blank', 'other']) {
      await clickLink(page, { href: 'https://example.com/', target })
      await clickLink(page, { href: own, target })
    }
    await clickLink(page, { href: own }, { ctrlKey: true })
    expect(await openWindows(person)).toHaveLength(1)
  })

  await step('it stays where it is', async () => {
    // A page that is there: were it allowed, it would be loaded when the loading ends.
    const ended = await endOfNavigation(page)
    await page.evaluate(`location.href = ${JSON.stringify(computer.sandbox.urls.mailbox)}`)
    await ended()
    expect(page.url()).toBe(own)
    for (const href of ['file:///etc/passwd', 'data:text/html,x', 'mailto:a@b.example']) {
      await clickLink(page, { href })
      expect(page.url(), href).toBe(own)
    }
    await person.sees(/./)
  })

  await step('it is granted nothing that it may ask for', async () => {
    expect(await page.evaluate(permissionStates)).toEqual({})
    expect(await page.evaluate(`Notification.requestPermission()`)).toBe('denied')
    expect(await page.evaluate(asksForPosition)).toBe('code 1')
  })

  await step('it downloads nothing', async () => {
    // Playwright does not see the downloads of Electron.
    if (person.app.desktop === undefined) return
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      clickLink(page, { href: own, download: 'x.txt' }),
    ])
    await download.failure()
  })

  // What the app has not refused, the host says: it opens, keeps and starts nothing itself. This call
  // comes after all that it could have to say.
  expect(await call(page, 'state.snapshot', {})).toMatchObject({ ok: true })
  expect(person.app.output()).not.toMatch(
    /opens no window for a page|keeps no downloads|asks another program/,
  )
  expect(computer.sandbox.requests.list()).toEqual([])
})

test('what stands behind the policy refuses by itself', async ({ computer, person }) => {
  const { page } = person
  const own = page.url()
  const outside = computer.sandbox.urls.mailbox
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.reload()
  expect(await page.evaluate(evalWorks), 'the policy is out of the way').toBe(true)

  await step('no request of a page leaves the program', async () => {
    for (const { what, script } of attempts(outside)) {
      await page.evaluate(script).catch(() => undefined)
      expect(page.url(), what).toBe(own)
    }
    const fetched = `fetch(${JSON.stringify(outside)}).then(() => 'answered', () => 'refused')`
    expect(await page.evaluate(fetched)).toBe('refused')
  })

  await step('no frame inside a page loads anything, not even an own page', async () => {
    await session.send('Page.enable')
    for (const address of [outside, own]) {
      const stopped = new Promise<void>((resolve) => {
        session.once('Page.frameStoppedLoading', () => resolve())
      })
      await page.evaluate(`{
        const frame = Object.assign(document.createElement('iframe'), { src: ${JSON.stringify(address)} })
        document.body.append(frame)
      }`)
      await stopped
    }
    const loaded = page.frames().filter((frame) => frame !== page.mainFrame())
    expect(
      loaded.map((frame) => frame.url()).filter((url) => /^(http|latchkey)/.test(url)),
    ).toEqual([])
  })

  await step('a form cannot take the page away', async () => {
    const ended = await endOfNavigation(page)
    await page.evaluate(`{
      const form = document.createElement('form')
      form.action = ${JSON.stringify(outside)}
      document.body.append(form)
      form.submit()
    }`)
    await ended()
    expect(page.url()).toBe(own)
  })

  expect(computer.sandbox.requests.list()).toEqual([])
})

test('each window is made as hard as the others, and none is heard that is foreign', async ({
  person,
}) => {
  const { desktop } = person.app
  test.skip(desktop === undefined, 'Electron does not tell what it was told.')
  if (desktop === undefined) return
  await person.openSettings()
  await call(person.page, 'window.open', { window: 'quick-login' })
  await person.at('quick-login')

  const told = await desktop.told()
  expect(told.sandboxed).toBe(true)
  expect(told.schemes).toEqual([
    {
      scheme: 'latchkey',
      privileges: { standard: true, secure: true, supportFetchAPI: false },
    },
  ])
  const pages = told.windows.map(({ url }) => url.replace(/[?#].*/, '')).sort()
  const files = ['index.html', 'quick-login.html', 'settings.html']
  expect(pages).toEqual(files.map((file) => `latchkey://app/${file}`))
  for (const { url, webPreferences, partition } of told.windows) {
    const { preload, ...rest } = webPreferences
    expect(rest, url).toEqual(hardened)
    expect(preload, url).toMatch(/out[\\/]preload[\\/]index\.cjs$/)
    expect(partition, url).toBe('latchkey')
  }

  const nothing = { grantsChecks: false, grantsDevices: false, loadsFromElsewhere: false }
  expect(told.sessions).toHaveLength(2)
  expect(told.sessions).toEqual(
    expect.arrayContaining([
      { partition: 'latchkey', persistent: false, ...nothing },
      // No page is in the default session.
      { partition: '', persistent: true, ...nothing },
    ]),
  )

  const [window] = await desktop.windows()
  if (window === undefined) throw new Error('There is no window.')
  for (const event of ['will-attach-webview', 'will-redirect', 'will-frame-navigate'] as const) {
    expect(await desktop.refuses(window.id, event), event).toBe(true)
  }
  const ask = (from: { url: string; top: boolean }) =>
    desktop.invokeFromFrame({
      ...{ windowId: window.id, channel: 'latchkey:call', args: ['state.snapshot', {}], ...from },
    })
  const refused = { ok: false, failure: { code: 'unsupported', detail: 'sender' } }
  for (const from of [
    { url: 'https://evil.example/index.html', top: true },
    { url: 'latchkey://app.evil.example/index.html', top: true },
    { url: 'about:blank', top: true },
    { url: window.url, top: false },
  ]) {
    expect(await ask(from), JSON.stringify(from)).toEqual({ ok: true, value: refused })
  }
  expect(await ask({ url: window.url, top: true })).toMatchObject({ value: { ok: true } })

  // A page names what it wants opened, never an address.
  const evil = { what: 'server', server: 'x', url: 'https://evil.example/' }
  expect(await call(person.page, 'window.openSite', evil)).toMatchObject({
    failure: { code: 'invalid-input' },
  })
  expect(await desktop.openedExternally()).toEqual([])
})

/** Written down once more, so that neither list can go wrong alone. */
const hardened = {
  devTools: true,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  zoomFactor: 1,
  navigateOnDragDrop: false,
  plugins: false,
  enableWebSQL: false,
  webgl: false,
  offscreen: false,
  disableDialogs: true,
  safeDialogs: true,
  spellcheck: false,
  javascript: true,
  images: true,
}

const evalWorks = `new Promise((resolve) => setTimeout(() => {
  try { resolve((0, eval)('1 + 1') === 2) } catch { resolve(false) }
}))`

/** The permissions that are not denied. */
const permissionStates = `Promise.all([
  'geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write',
  'idle-detection', 'window-management',
].map(async (name) => [name, (await navigator.permissions.query({ name })).state]))
  .then((states) => Object.fromEntries(states.filter(([, state]) => state !== 'denied')))`

const asksForPosition = `new Promise((resolve) =>
  navigator.geolocation.getCurrentPosition(() => resolve('told'), ({ code }) => resolve('code ' + code)))`

/** Whether a picture comes from an address, which is an expression in the page. */
async function loadsPicture(page: Page, address: string): Promise<boolean> {
  return page.evaluate<boolean>(`new Promise((resolve) => {
    const picture = new Image()
    picture.onload = () => resolve(true)
    picture.onerror = () => resolve(false)
    picture.src = ${address}
  })`)
}

/** Which directive stopped it; where nothing does, the test's own limit ends the wait. */
async function stoppedBy(page: Page, { script }: Attempt): Promise<string> {
  return page.evaluate<string>(`new Promise((resolve) => {
    addEventListener('securitypolicyviolation',
      ({ effectiveDirective }) => resolve(effectiveDirective), { once: true })
    try { ${script} } catch (error) { /* Stopped before it began; the event follows. */ }
  })`)
}

/** Clicks a link by script: a page behind another one gets no clicks by a mouse. */
async function clickLink(page: Page, attributes: object, keys: object = {}): Promise<void> {
  await page.evaluate(`{
    const link = Object.assign(document.createElement('a'), ${JSON.stringify(attributes)})
    document.body.append(link)
    link.dispatchEvent(new MouseEvent('click', ${JSON.stringify({ ...keys, bubbles: true })}))
    link.remove()
  }`)
}

/** Listens from now on; gives what waits until a navigation was asked for and has ended, however. */
async function endOfNavigation(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  const ended = new Promise<void>((resolve) => {
    session.once('Page.frameRequestedNavigation', () => {
      session.once('Page.frameStoppedLoading', () => resolve())
    })
  })
  await session.send('Page.enable')
  return async () => {
    await ended
    await session.detach()
  }
}

async function openWindows({ app, page }: Person): Promise<readonly unknown[]> {
  return app.desktop === undefined ? page.context().pages() : app.desktop.windows()
}

async function call(page: Page, name: string, input: object): Promise<unknown> {
  return page.evaluate(`latchkey.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)
}
