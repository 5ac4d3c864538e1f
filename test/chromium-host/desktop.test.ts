/** The members of `electron` that have nothing to do with pages. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleHost, Launches } from './harness'
import type { HostedApp } from './launch'

let launches: Launches
let app: HostedApp

beforeAll(async () => {
  launches = new Launches(await bundleHost('desktop'))
  app = await launches.start({
    env: { https_proxy: 'http://proxy.example:3128', no_proxy: '.local.example,10.0.0.1' },
  })
  await app.waitForWindow()
}, 60_000)

afterAll(async () => {
  await launches.end()
})

test('a member that the host lacks throws and is named', async () => {
  const lacking = [
    'safeStorage',
    'net',
    'app.getGPUInfo',
    'screen.dipToScreenPoint',
    'Menu.setHighlightColors',
  ]
  for (const path of lacking) {
    await expect(app.seam('reach', path)).rejects.toThrow(
      `The Chromium host has no electron.${path}`,
    )
  }
  expect(await app.seam('reach', 'app.getPath')).toBe('function')
})

test('a utility process has its port, its environment and its arguments, and ends', async () => {
  const result = (await app.seam('child', { deep: [1, { two: true }] })) as { pid: number }
  expect(result).toMatchObject({
    answer: { heard: { deep: [1, { two: true }] }, argument: 'an-argument', fromParent: 'yes' },
    code: 15,
    pidAfter: null,
  })
  expect(result.pid).toBeGreaterThan(0)
})

test('menus and trays work without being seen', async () => {
  expect(await app.seam('menu')).toEqual({
    picked: ['One', ['Two', true]],
    labels: ['One', '', 'More'],
    gone: true,
  })
})

test('the clipboard is the host’s own and keeps every form', async () => {
  await app.seam('copySecret', 'a secret')
  expect(await app.controls.clipboardRead()).toEqual({
    text: 'a secret',
    forms: { 'text/plain': 'a secret', 'x/concealed': 'yes' },
  })
})

test('a dialog is answered by the test, and is cancelled without an answer', async () => {
  await app.controls.answerNextDialog('Yes')
  expect(await app.seam('ask')).toBe(0)
  expect(await app.seam('ask')).toBe(1)
  expect(await app.controls.dialogs()).toMatchObject([{ message: 'Sure?' }, { message: 'Sure?' }])
  await app.controls.answerNextDialog('Perhaps')
  await expect(app.seam('ask')).rejects.toThrow('no button "Perhaps"')
})

test('shortcuts are refused where they are taken, unreadable or suspended', async () => {
  await app.controls.takeShortcut('Control+T')
  expect(await app.seam('shortcut', 'Control+T')).toBe(false)
  expect(await app.seam('shortcut', 'Control+Nonsense+T')).toBe('TypeError')
  await app.seam('suspendShortcuts', true)
  expect(await app.seam('shortcut', 'Control+U')).toBe(false)
  await app.seam('suspendShortcuts', false)
  expect(await app.seam('shortcut', 'Control+U')).toBe(true)
})

test('what starts at login, and where a person put a window, is remembered', async () => {
  expect(await app.seam('loginItem', true)).toBe(true)
  const [window] = await app.controls.windows()
  const bounds = { x: 10, y: 20, width: 700, height: 500 }
  await app.controls.moveWindow(window?.id ?? 0, bounds)
  await app.controls.maximizeWindow(window?.id ?? 0)
  expect(await app.seam('place')).toEqual({ ...bounds, maximized: true })
})

test('the desktop’s events come from the test, and the app’s wishes go to it', async () => {
  await app.seam('power')
  await app.controls.emitPower('suspend')
  expect(await app.controls.registeredShortcuts()).toContain('CommandOrControl+Shift+K')
  expect(await app.controls.pressShortcut('CommandOrControl+Shift+K')).toBe(true)
  expect(await app.controls.openedExternally()).toEqual(['https://example.com/help'])
  expect(await app.controls.notifications()).toEqual([
    { title: 'Hello', body: 'There', visible: true },
  ])
  await app.controls.clickNotification(0)
  await app.controls.setTheme(true)
  expect(await app.seam('seen')).toMatchObject({
    events: expect.arrayContaining(['suspend', 'shortcut', 'clicked', 'dark true']) as string[],
  })
  const [page] = app.pages()
  const dark = () => page?.evaluate('matchMedia("(prefers-color-scheme: dark)").matches')
  await expect.poll(dark).toBe(true)
})

test('the system’s proxy is the environment’s', async () => {
  expect(await app.seam('proxy', 'https://api.example.com/x')).toBe('PROXY proxy.example:3128')
  expect(await app.seam('proxy', 'https://a.local.example/')).toBe('DIRECT')
  expect(await app.seam('proxy', 'https://127.0.0.1:8443/')).toBe('DIRECT')
})
