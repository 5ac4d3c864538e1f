/**
 * The canary is worth as much as it finds: leaks planted on purpose, one in each kind of place, in the
 * built program, each with a secret of its own.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { alphanumerics, randomText } from '../../sandbox/kit/random'
import { addRuuvi } from '../../walks/accounts'
import type { Person } from '../../walks/person'
import { Canary, type Secret } from './canary'
import { deskPlaces, readDesk } from './desk'
import { crashPlaces } from './files'
import { Scene } from './scene'

const run = promisify(execFile)
let scene: Scene
let person: Person

/** A secret that stands in one place only. */
function planted(kind: Secret['kind'] = 'password', service: Secret['service'] = 'ruuvi'): string {
  return scene.types(service, randomText(20, alphanumerics), kind)
}

/** Where a secret was found, by kinds of places. */
function kindsOf(text: string): readonly string[] {
  const hits = scene.hits.filter(({ secret }) => secret.text === text)
  return [...new Set(hits.map(({ place }) => place.kind))].sort()
}

function inPage(script: string): Promise<unknown> {
  return person.page.evaluate(`void (${script})`)
}

let inEnvironment: string
let onCommandLine: string

beforeAll(async () => {
  scene = await Scene.open()
  inEnvironment = planted()
  onCommandLine = planted()
  person = await scene.start({ MADE_UP: inEnvironment }, [`--made-up=${onCommandLine}`])
}, 60_000)

afterAll(async () => {
  await scene.close()
})

it('finds what a process bears on its command line or in its environment', async () => {
  await scene.look()
  expect(kindsOf(inEnvironment)).toEqual(['process'])
  expect(kindsOf(onCommandLine)).toEqual(['process'])
})

it('finds what a page shows, holds in a field, keeps, is called, and has in its stores', async () => {
  const secrets = {
    page: planted(),
    field: planted(),
    storage: planted(),
    title: planted(),
    store: planted(),
  }
  await inPage(`document.body.dataset.madeUp = '${secrets.page}'`)
  await inPage(`document.body.append(document.createElement('input'))`)
  await inPage(`document.body.lastChild.value = '${secrets.field}'`)
  await inPage(`localStorage.setItem('made-up', '${secrets.storage}')`)
  await inPage(`(() => {
    const root = document.getElementById('root')
    const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$'))
    let fiber = root[key]
    while (!fiber.memoizedProps?.value?.ui) fiber = fiber.child
    fiber.memoizedProps.value.ui.setState({ madeUp: '${secrets.store}' })
  })()`)
  await scene.look()
  await inPage(`document.title = '${secrets.title}'`)
  await scene.look()
  for (const [kind, text] of Object.entries(secrets)) {
    expect([kind, kindsOf(text).filter((one) => one !== 'page')]).toEqual([
      kind,
      kind === 'page' ? [] : [kind],
    ])
  }
  expect(kindsOf(secrets.page)).toEqual(['page'])
  await inPage(`document.body.lastChild.remove()`)
})

it('finds a message to the pages, in all that they and the tray and the book make of it', async () => {
  await addRuuvi(person, 'planted@ruuvi.example')
  const label = planted()
  await person.openAccount('planted@ruuvi.example')
  await person.press('Label, colour and tags')
  await person.fill('Label', label)
  await person.press('Save')
  await person.sees(label)
  await scene.look()
  await scene.lookAtFiles()
  const everywhere = ['file', 'message from a page', 'message to a page', 'page', 'store', 'tray']
  expect(kindsOf(label)).toEqual(expect.arrayContaining(everywhere))
})

it('finds a message of a page in any call but the one that carries what was typed', async () => {
  const call = planted()
  await inPage(`window.latchkey.call('accounts.check', { account: '${call}' })`)
  const typed = planted()
  await inPage(
    `window.latchkey.call('flow.submit', { attempt: 'none-such', step: 'x', values: { a: '${typed}' } })`,
  )
  await scene.look()
  expect(kindsOf(call)).toEqual(['message from a page'])
  expect(kindsOf(typed)).toEqual([])
})

it('finds what the program prints', async () => {
  // Words of a real line of the log stand in for a secret in it.
  const printed = scene.types('ruuvi', 'The clipboard did not take')
  await person.app.desktop?.refuseNextCopy()
  await person.press('Copy token')
  await person.reads(/Latchkey made a mistake/i)
  await scene.look()
  expect(kindsOf(printed)).toEqual(['output'])
})

it('finds files, their names, what Chromium keeps, and what a crash leaves', async () => {
  const [inFile, inName, encoded, dumped] = [planted(), planted(), planted(), planted()]
  const profile = join(scene.profile, 'deep', 'down')
  await mkdir(profile, { recursive: true })
  await writeFile(join(profile, 'x.json'), JSON.stringify({ inFile }))
  await writeFile(join(scene.temporary, inName), '')
  const coded = Buffer.from(`{"a":"${encoded}"}`).toString('base64url')
  await writeFile(join(scene.temporary, 'some.bin'), coded)
  await scene.lookAtFiles()
  expect(kindsOf(inFile)).toEqual(['file'])
  expect(kindsOf(inName)).toEqual(['file name'])
  expect(kindsOf(encoded)).toEqual(['file'])

  const folder = await mkdtemp(join(tmpdir(), 'latchkey-core-'))
  await writeFile(join(folder, 'core.4711'), Buffer.concat([Buffer.alloc(9), Buffer.from(dumped)]))
  scene.search(await crashPlaces(folder))
  await rm(folder, { recursive: true })
  expect(kindsOf(dumped)).toEqual(['crash output'])
})

it('finds what stands in the open part of the keychain', async () => {
  const label = planted()
  const env = { ...process.env, ...scene.keyring.env }
  const storing = run('secret-tool', ['store', `--label=${label}`, 'made', 'up'], { env })
  storing.child.stdin?.end('nothing')
  await storing
  await scene.lookAtFiles()
  expect(kindsOf(label)).toEqual(['keychain label'])
})

it('finds what notifications, dialogs, windows and opened links say', async () => {
  const secrets = {
    notification: planted(),
    dialog: planted(),
    window: planted(),
    'opened link': planted(),
  }
  // The program cannot be brought to say these, so what it says is made up here.
  scene.search(deskPlaces({ ...(await readDesk(person.app)), ...secrets }))
  for (const [kind, text] of Object.entries(secrets)) expect(kindsOf(text)).toEqual([kind])
})

it('finds secrets in requests to others, in addresses, and in headers that tell too much', async () => {
  const { ipcola, ruuvi, cloudreve } = scene.sandbox.urls
  const token = planted('access-token', 'ipcola')
  const code = planted('code', 'ruuvi')
  const password = planted('password', 'cloudreve')
  const send = (url: string, init: RequestInit): Promise<Response> => fetch(url, init)
  const authorized = { headers: { authorization: `Bearer ${token}` } }
  const body = { method: 'POST', body: JSON.stringify({ password }) }
  await send(`${ipcola}/api/user/info`, authorized)
  await send(`${ruuvi}/verify?token=${code}`, {})
  await send(`${cloudreve}/api/v4/session/token`, body)
  scene.lookAtRequests()
  expect([token, code, password].map(kindsOf)).toEqual([[], [], []])

  const wrong = [
    () => send(`${ruuvi}/user`, authorized),
    () => send(`${ipcola}/api/user/info?token=${token}`, {}),
    () => send(`${ipcola}/api/user/${token}`, {}),
    () => send(`${ipcola}/api/user/info`, { headers: { 'user-agent': `Latchkey ${token}` } }),
    () => send(`${ipcola}/api/user/info`, { headers: { referer: `https://x.example/${token}` } }),
    () => send(`${ruuvi}/user?token=${code}`, {}),
    () => send(`${ipcola}/api/user/login`, body),
    () => send(`${cloudreve}/api/v4/session/prepare?email=${password}`, {}),
  ]
  for (const [index, one] of wrong.entries()) {
    scene.sandbox.requests.clear()
    const before = scene.hits.length
    await one()
    scene.lookAtRequests()
    expect(scene.hits.length, `the request ${index}`).toBeGreaterThan(before)
  }
})

it('says which secret it could not find', () => {
  expect(scene.canary.blind()).toEqual([])
  const other = new Canary()
  for (const text of ['twelve chars', 'twelve chars and more']) {
    other.add({ service: 'ruuvi', kind: 'password', text })
  }
  expect(other.blind().map(({ text }) => text)).toEqual(['twelve chars'])
})
