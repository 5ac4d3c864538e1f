/** One switch among ten thousand accounts in the built app, with three windows open: what it costs, counted. */
import { watch } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { crowdId, writeCrowd } from '../fakes/crowd'
import { clickTray } from '../walks/accounts'
import type { Person } from '../walks/person'
import { answers } from './answers'
import { expect, test, type Computer } from './fixtures'
import { watchKeyring } from './keyring-watch'
import { trayShows } from './quick-ways'

const count = 10_000
const [first, second] = [4_711, 4_712]
const label = (index: number): string => `Customer number ${index}`

async function begin(computer: Computer): Promise<Person> {
  const { profile, sandbox } = computer
  await writeCrowd(profile, count, [{ adapter: 'ruuvi', baseUrl: sandbox.urls.ruuvi }])
  const settings = { version: 1, backgroundChecks: false, notifications: false }
  await writeFile(join(profile, 'settings.json'), JSON.stringify(settings))
  const person = await computer.start()
  await person.page.locator('nav .row').first().waitFor()
  return person
}

test('it asks nobody, writes one small file and tells each window once', async ({ computer }) => {
  test.skip(process.platform !== 'linux', 'It is Linux that tells what is asked and written.')
  const { keyring, profile, sandbox } = computer
  if (!keyring) throw new Error('There is no keyring.')
  const person = await begin(computer)
  const windows = await threeWindows(person)
  await makeActive(person, first)
  await open(person, second)

  const asked = await watchKeyring(keyring)
  const files = watchFiles(profile)
  const requests = sandbox.requests.list().length
  const sent = (await person.app.seam('sentToWindows')).length
  await Promise.all(windows.map((page) => page.evaluate(listen)))

  await person.page.getByRole('main').getByRole('button', { name: 'Make active' }).click()
  for (const page of windows) await expect.poll(() => page.evaluate(heard)).toHaveLength(1)
  await trayShows(person, new RegExp(`^✓ ${label(second)} `))
  const kept = (): Promise<string> => readFile(join(profile, 'activity.json'), 'utf8')
  await expect.poll(kept).toContain(crowdId(second))

  expect(await asked.calls()).toBe(0)
  const messages = (await person.app.seam('sentToWindows')).slice(sent)
  const events = messages.filter((message) => !message.startsWith('{"ok":'))
  expect(events).toHaveLength(3)
  for (const page of windows) {
    const [size = Infinity, ...more] = await page.evaluate<number[]>(heard)
    expect(size).toBeLessThanOrEqual(1_024)
    expect(more).toEqual([])
  }
  expect(Buffer.byteLength(await kept())).toBeLessThanOrEqual(4_096)

  // What would have been written or asked later is written or asked when it ends.
  await person.app.close()
  expect(await files.written()).toEqual(['activity.json'])
  expect(sandbox.requests.list()).toHaveLength(requests)
  await asked.close()
})

test('the count of calls to the keyring sees one when there is one', async ({ computer }) => {
  const { keyring } = computer
  test.skip(!keyring, 'Only the test’s own keyring can be watched.')
  if (!keyring) return
  const person = await begin(computer)
  await open(person, first)
  const asked = await watchKeyring(keyring)
  await person.pick('Check now')
  await person.reads(/No usable token/)
  expect(await asked.calls()).toBeGreaterThan(0)
  await asked.close()
})

test('a window that opens late gets one small snapshot, draws few rows and asks nothing while somebody types', async ({
  computer,
}) => {
  const person = await begin(computer)
  const before = (await person.app.seam('sentToWindows')).length
  await clickTray(person, /^Quick login/)
  const quick = await person.at('quick-login')
  const options = quick.page.getByRole('option')
  await options.first().waitFor()
  const sent = (await person.app.seam('sentToWindows')).slice(before)
  const snapshots = sent.filter((message) => message.includes(label(count - 1)))
  expect(snapshots).toHaveLength(1)
  expect(Buffer.byteLength(snapshots[0] ?? '')).toBeLessThan(2_000_000)
  expect(await options.count()).toBeLessThan(80)

  const answered = await answers(quick)
  await quick.page.keyboard.type('customer 9876')
  await expect(options).toHaveCount(1)
  expect(await answers(quick)).toBe(answered)
})

/** The main window, the settings and quick login, each with all that it draws. */
async function threeWindows(person: Person): Promise<readonly Page[]> {
  const settings = await person.openSettings()
  await clickTray(person, /^Quick login/)
  const quick = await person.at('quick-login')
  await quick.page.getByRole('option').first().waitFor()
  return [person.page, settings.page, quick.page]
}

async function open(person: Person, index: number): Promise<void> {
  const search = person.page.getByRole('searchbox')
  await search.fill(label(index))
  await person.openAccount(label(index))
}

async function makeActive(person: Person, index: number): Promise<void> {
  await open(person, index)
  await person.page.getByRole('main').getByRole('button', { name: 'Make active' }).click()
  await trayShows(person, new RegExp(`^✓ ${label(index)} `))
}

/** Runs in a page: notes how many bytes each change that arrives is long. */
const listen = `void latchkey.on('state.changed', (change) => {
  const bytes = new TextEncoder().encode(JSON.stringify(change)).length
  globalThis.heard = [...(globalThis.heard ?? []), bytes]
})`
const heard = 'globalThis.heard ?? []'

/** Notes which of the program's lists are replaced in a folder from now on. */
function watchFiles(folder: string) {
  const names: string[] = []
  const watcher = watch(folder, (event, name) => {
    if (event === 'rename' && name !== null) names.push(name)
  })
  return {
    /** The files' names, once for each time; the places of windows are none of the accounts'. */
    async written(): Promise<readonly string[]> {
      // The system tells in order, so that whatever happened before the mark is known with it.
      await writeFile(join(folder, 'mark'), '')
      await expect.poll(() => names).toContain('mark')
      watcher.close()
      return names.filter((name) => name.endsWith('.json') && name !== 'window-place.json')
    },
  }
}
