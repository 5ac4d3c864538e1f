/** The first window is there before the book: what it asks waits, and it may be closed again. */
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findPlace } from '../../src/main/scripts/place'
import { expect, test, type Computer } from './fixtures'
import { fakeDesktop } from './window-ways'

test('the first window gets its words with its scripts; what else it asks waits for the book', async ({
  computer,
}) => {
  const letBookBeRead = holdBook(computer)
  const person = await computer.start()
  await expect(person.page.locator('.alone')).toBeVisible()
  await expect(person.page.locator('link[rel=modulepreload][href*="/en-"]')).toHaveCount(1)
  await letBookBeRead()
  await person.sees('Every account, one click away')
})

test('a first window that is closed before the book is read ends the program', async ({
  computer,
}) => {
  const letBookBeRead = holdBook(computer)
  const { app } = await computer.start()
  test.skip(app.desktop === undefined, 'The desktop is real.')
  const [window] = (await app.desktop?.windows()) ?? []
  await app.desktop?.closeWindow(window?.id ?? -1)
  await letBookBeRead()
  await expect.poll(() => isRunning(app.pid)).toBe(false)
  expect(findPlace(computer.profile)).toMatchObject({ why: { kind: 'missing' } })
})

test('a window that paints only when it is seen is shown all the same', async ({ computer }) => {
  const person = await computer.start({}, ['--host-paints-shown-only'])
  await fakeDesktop(person).shows('main')
  await person.sees('Every account, one click away')
})

/** Makes the program wait for one of the book's companions; gives what lets it be read. */
function holdBook({ profile }: Computer): () => Promise<void> {
  const file = join(profile, 'history.json')
  const made = spawnSync('mkfifo', [file])
  if (made.status !== 0) throw new Error(`There is no pipe: ${String(made.stderr)}`)
  return () => writeFile(file, '')
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
