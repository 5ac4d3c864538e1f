/**
 * A picture of the tray. No page shows it, and a picture of a desktop cannot be taken here: so its
 * lines, its tooltip and its icon, as the program has them, are drawn on a page that says what it is.
 */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { chromium } from 'playwright-core'
import type { TrayItem } from '../../src/main/desktop/tray-menu'
import { findChromium } from '../chromium-host/chromium'
import type { RunningApp } from '../e2e/launch'

const resources = resolve('resources')

/** Draws the tray as it is now, on a light and on a dark panel, and hands the page to `picture`. */
export async function showTray(
  app: RunningApp,
  picture: (page: Page, name: string) => Promise<void>,
  name = 'tray-menu',
): Promise<void> {
  const [items, icon, tooltip] = await Promise.all([
    app.seam('trayItems'),
    app.seam('trayIcon'),
    app.seam('trayTooltip'),
  ])
  const lines = (await Promise.all(items.map(line))).join('\n')
  const mark = await image(icon.replace('.png', '@2x.png'))
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 780 } })
    const panels = ['light', 'dark'].map((look) => panel(look, lines, mark, tooltip))
    await page.setContent(`<!doctype html><title>Tray menu</title><style>${style}</style>
      <h1>Tray menu</h1><p>Drawn from what the program gives to the system’s tray; each desktop shows it
      in its own look.</p><main>${panels.join('\n')}</main>`)
    await picture(page, name)
  } finally {
    await browser.close()
  }
}

function panel(look: string, lines: string, mark: string, tooltip: string): string {
  return `<section class="${look}"><header><img src="${mark}" alt="" width="22" height="22">
    <span>${plain(tooltip)}</span></header><ul>${lines}</ul></section>`
}

async function line(item: TrayItem): Promise<string> {
  switch (item.kind) {
    case 'separator':
      return '<li class="separator"></li>'
    case 'text':
      return `<li class="told"><i></i>${plain(item.label)}</li>`
    case 'action': {
      const { colour, label } = item
      const file = colour && (await image(join('marks', `${colour}@2x.png`)))
      const dot = file ? `<img src="${file}" alt="" width="16" height="16">` : '<i></i>'
      return `<li>${dot}${plain(label)}</li>`
    }
  }
}

async function image(name: string): Promise<string> {
  const file = await readFile(join(resources, name))
  return `data:image/png;base64,${file.toString('base64')}`
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

const style = `
  body { margin: 0; padding: 24px; font: 14px/1.4 system-ui, sans-serif; background: #f5f1e8; color: #231f18 }
  h1 { margin: 0; font-size: 22px } p { margin: 4px 0 16px }
  main { display: grid; grid-template-columns: 1fr 1fr; gap: 24px }
  section { border-radius: 10px; overflow: hidden; border: 1px solid #0003 }
  header { display: flex; align-items: center; gap: 10px; padding: 6px 14px }
  header span { font-size: 12px }
  ul { list-style: none; margin: 0; padding: 6px 0 }
  li { display: flex; align-items: center; gap: 8px; padding: 4px 14px }
  li i { width: 16px } .told { opacity: 0.55 }
  .separator { height: 1px; padding: 0; margin: 6px 0; background: currentColor; opacity: 0.2 }
  .light { background: #fff } .light header { background: #d9dde3 }
  .dark { background: #2b2b2d; color: #eee } .dark header { background: #1b1b1d }
`
