/**
 * The tour: walks every flow against the sandbox without a display, and leaves a numbered picture of
 * each screen in out/tour/. One line per flow with its outcome; exits 0 only if all succeeded.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { launchApp, type RunningApp } from '../e2e/launch'
import { startKeyring } from '../integration/keychain/keyring'
import { startSandbox, type Sandbox } from '../sandbox/sandbox'
import { walks } from '../walks'
import { Person, type Walk } from '../walks/person'
import { showCrowd } from './crowd'
import { showTray } from './tray-picture'

const pictures = resolve('out/tour')
let taken = 0

await rm(pictures, { recursive: true, force: true })
await mkdir(pictures, { recursive: true })
const profile = await mkdtemp(join(tmpdir(), 'latchkey-tour-'))
const sandbox = await startSandbox()
const keyring = process.platform === 'linux' ? await startKeyring() : undefined
const { mailbox, ...servers } = sandbox.urls
const app = await launchApp({
  profile,
  env: {
    ...keyring?.env,
    LATCHKEY_SANDBOX: JSON.stringify(servers),
    LATCHKEY_MAILBOX: mailbox,
  },
})
let failed = 0
try {
  console.log(`Tour on the ${app.host} host; pictures in out/tour/`)
  // A window is there before what it shows.
  await app.page.getByRole('heading', { name: 'Every account, one click away' }).waitFor()
  await picture(app.page, 'first-start')
  for (const walk of walks) {
    if (!(await walked(walk, app, sandbox))) failed += 1
  }
  if (!(await told('The tray’s menu and icon', () => showTray(app, picture)))) failed += 1
  const env = {
    ...keyring?.env,
    LATCHKEY_SERVERS: JSON.stringify(servers),
    LATCHKEY_MAILBOX: mailbox,
  }
  const show = (): Promise<void> => showCrowd({ env, servers, picture })
  if (!(await told('Ten thousand accounts: list, search, palette, quick login', show))) failed += 1
} finally {
  await app.close()
  await keyring?.close()
  await sandbox.close()
  await rm(profile, { recursive: true, force: true })
}
const all = walks.length + 2
console.log(`${all - failed} of ${all} flows walked, ${taken} pictures taken`)
process.exitCode = failed === 0 ? 0 : 1

async function walked(walk: Walk, running: RunningApp, services: Sandbox): Promise<boolean> {
  const person = new Person({
    app: running,
    sandbox: services,
    picture: (name, page) => picture(page, `${walk.id}-${name}`),
  })
  if (await told(walk.title, () => walk.run(person))) return true
  await picture(running.page, `${walk.id}-FAILED`).catch(() => undefined)
  return false
}

/** Does something and tells how it went. */
async function told(title: string, work: () => Promise<void>): Promise<boolean> {
  const began = Date.now()
  const seconds = (): string => ((Date.now() - began) / 1000).toFixed(1)
  try {
    await work()
    console.log(`  ok      ${title} (${seconds()} s)`)
    return true
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    console.log(`  FAILED  ${title} (${seconds()} s): ${why}`)
    return false
  }
}

async function picture(page: Page, name: string): Promise<void> {
  taken += 1
  const number = String(taken).padStart(2, '0')
  // Pictures show where things come to rest, not how they get there.
  await page.screenshot({
    path: join(pictures, `${number}-${name}.png`),
    animations: 'disabled',
  })
}
