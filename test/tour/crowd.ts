/**
 * The tour's second half: the same program on ten thousand made-up accounts. Their tokens are in no
 * keychain, so nothing is asked of a service here; what is shown is how many accounts look.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launchApp, type RunningApp } from '../e2e/launch'
import { writeCrowd } from '../fakes/crowd'

const accounts = 10_000

export interface CrowdTour {
  readonly env: Readonly<Record<string, string>>
  /** Base URLs of the services, by adapter. */
  readonly servers: Readonly<Record<'ipcola' | 'ruuvi' | 'cloudreve', string>>
  readonly picture: (page: Page, name: string) => Promise<void>
}

/** Shows the list, the search, the palette and quick login with ten thousand accounts. */
export async function showCrowd(tour: CrowdTour): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-crowd-'))
  const { ipcola, ruuvi, cloudreve } = tour.servers
  await writeCrowd(profile, accounts, [
    { adapter: 'ipcola', baseUrl: ipcola },
    { adapter: 'ruuvi', baseUrl: ruuvi },
    { adapter: 'cloudreve', baseUrl: cloudreve },
  ])
  const app = await launchApp({ profile, env: tour.env })
  try {
    await showList(app, tour)
    await showPalette(app, tour)
    await showQuickLogin(app, tour)
  } finally {
    await app.close()
    await rm(profile, { recursive: true, force: true })
  }
}

async function showList({ page }: RunningApp, { picture }: CrowdTour): Promise<void> {
  await page
    .getByText(/10.?000 accounts/)
    .first()
    .waitFor()
  await picture(page, 'crowd-list')
  const search = page.getByRole('searchbox')
  await search.fill('number 4711')
  await page.getByText('Customer number 4711').first().waitFor()
  await picture(page, 'crowd-search')
  await search.fill('')
}

async function showPalette({ page }: RunningApp, { picture }: CrowdTour): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog')
  await palette.getByRole('combobox').waitFor()
  await picture(page, 'crowd-palette')
  await palette.getByRole('combobox').fill('98 europe')
  await palette.getByRole('option').first().waitFor()
  await picture(page, 'crowd-palette-search')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}

async function showQuickLogin(app: RunningApp, { picture }: CrowdTour): Promise<void> {
  await app.page.getByRole('main').waitFor()
  const lines = await app.seam('trayMenu')
  const line = lines.find((one) => /quick login/i.test(one))
  if (line === undefined) throw new Error(`The tray offers no quick login: ${lines.join(' | ')}`)
  await app.seam('clickTray', line)
  const page = await app.window('quick-login')
  await page.getByRole('combobox').waitFor()
  await picture(page, 'crowd-quick-login')
  await page.getByRole('combobox').fill('customer 77')
  await page.getByRole('option').first().waitFor()
  await picture(page, 'crowd-quick-login-search')
}
