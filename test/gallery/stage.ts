/** A page of Chromium on which scenes of the gallery are drawn, one after the other. */
import { writeFile } from 'node:fs/promises'
import { chromium, type Browser, type CDPSession, type Locator, type Page } from 'playwright-core'
import type { Audit, GalleryPage, Material, ScenePlan } from '../../src/renderer/gallery/page-api'
import type { WindowKind } from '../../src/shared/contract'
import { windowSizes } from '../../src/main/desktop/window-looks'
import { isPlaced } from '../../src/main/desktop/window-place'
import { findChromium } from '../chromium-host/chromium'
import { moment } from './moment'
import type { Variant } from './variants'

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    // Chromium refuses its sandbox to root; only this project's own page is loaded.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--font-render-hinting=none', '--disable-lcd-text'],
  })
}

/** The page that is driven, and what the services say on it. */
export interface Play {
  readonly url: string
  readonly material: Readonly<Record<string, Material>>
}

/** As often as it takes until nothing to speak of is missing, where two thirds of the window are a share. */
const unrollLimit = 16

/** What went wrong with a scene, in sentences. */
export class SceneTrouble extends Error {}

export class Stage {
  /** What the page has complained of since the scene was opened. */
  private complaints: string[] = []

  private constructor(
    readonly page: Page,
    private readonly protocol: CDPSession,
    private readonly url: string,
    readonly variant: Variant,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.complaints.push(message.text())
      }
    })
  }

  static async open(browser: Browser, { url, material }: Play, variant: Variant): Promise<Stage> {
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      deviceScaleFactor: variant.zoom,
      locale: 'en-GB',
      timezoneId: 'Europe/Helsinki',
      ...variant.options,
    })
    await context.clock.setFixedTime(moment)
    await context.addInitScript(`globalThis.galleryMaterial = ${JSON.stringify(material)}`)
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return new Stage(page, await context.newCDPSession(page), url, variant)
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }

  /** The names of all scenes. */
  async names(): Promise<readonly string[]> {
    await this.page.goto(this.url)
    return this.page.evaluate<GalleryPage['names']>('gallery.names')
  }

  /** Draws a scene and does with it what it plans. Throws a SceneTrouble where that cannot be done. */
  async draw(name: string): Promise<void> {
    this.complaints = []
    // The scene before may have been unrolled; what a page does as it opens depends on its window.
    await this.resize('main')
    const plan = await this.openScene(name)
    await this.resize(plan.window)
    try {
      await this.still()
      await this.play(plan)
    } catch (error) {
      throw new SceneTrouble(`cannot be driven: ${firstLine(error)}`)
    }
    if (this.complaints.length > 0) throw new SceneTrouble(this.complaints.join('; '))
  }

  /** What of the scene a person cannot get to see. */
  async lost(): Promise<readonly string[]> {
    return this.page.evaluate<readonly string[]>('gallery.lost()')
  }

  /** What keeps people out of the scene. */
  async audit(): Promise<Audit> {
    return this.page.evaluate<Audit>('gallery.audit()')
  }

  /**
   * Makes the window as tall as what can be scrolled to in it. What takes a share of the window grows
   * with it, less each time.
   */
  async unroll(): Promise<void> {
    for (let turn = 0; turn < unrollLimit; turn += 1) {
      const missing = await this.page.evaluate<number>('gallery.missingHeight()')
      const size = this.page.viewportSize()
      if (missing === 0 || size === null) return
      await this.page.setViewportSize({ ...size, height: size.height + missing })
      await this.still()
    }
  }

  /** Scrolls to what the scene is about, where it says so. */
  async showSubject(): Promise<void> {
    await this.page.evaluate('gallery.showSubject()')
    await this.still()
  }

  async picture(path: string): Promise<void> {
    // What Playwright takes care of besides has no need here, and packing small takes longest of all.
    const size = this.page.viewportSize()
    if (size === null) throw new Error('The page has no size.')
    const { data } = await this.protocol.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      clip: { x: 0, y: 0, ...size, scale: this.variant.zoom },
    })
    await writeFile(path, Buffer.from(data, 'base64'))
  }

  async still(): Promise<void> {
    await this.page.evaluate('gallery.still()')
  }

  private async resize(window: WindowKind): Promise<void> {
    const { page, variant } = this
    const { width, height } = windowSizes[window]
    // Windows that nobody makes larger grow with what is drawn in them (window-looks.ts).
    const enlarged = isPlaced(window) ? variant.zoom : 1
    const size = {
      width: Math.round(Math.min(variant.width ?? width, width) / enlarged),
      height: Math.round(height / enlarged),
    }
    // The page is drawn again where its size has changed.
    const before = page.viewportSize()
    if (before?.width !== size.width || before.height !== size.height) {
      await page.setViewportSize(size)
    }
  }

  private async openScene(name: string): Promise<ScenePlan> {
    const query = new URLSearchParams({ scene: name, lang: this.variant.lang })
    await this.page.goto(`${this.url}?${query.toString()}`)
    const plan = await this.page.evaluate<ScenePlan | null>('gallery.plan ?? null')
    if (plan === null) throw new SceneTrouble('there is no such scene')
    return plan
  }

  private async play({ typeInto, press, keys, type, ...then }: ScenePlan): Promise<void> {
    const { page } = this
    if (typeInto) await page.getByLabel(typeInto[0], { exact: true }).fill(typeInto[1])
    for (const name of press) {
      await pressable(page, name).click()
      await this.still()
    }
    for (const key of keys) {
      // A sign that no key of an English keyboard writes comes from an input method.
      if (/^[^ -~]$/u.test(key)) await page.keyboard.insertText(key)
      else await page.keyboard.press(key)
    }
    if (type !== undefined) await page.keyboard.type(type)
    if (then.capsLock) await page.evaluate('gallery.pressWithCapsLock()')
    if (then.until !== undefined) await page.getByText(then.until).first().waitFor()
    if (then.untilThere !== undefined) await page.locator(then.untilThere).first().waitFor()
    // The pointer is nowhere, as when nobody has touched anything.
    if (press.length > 0) await page.mouse.move(0, 0)
    await this.still()
  }
}

const roles = ['button', 'menuitem', 'switch', 'radio', 'checkbox', 'link', 'tab'] as const

/** Whatever can be pressed and has that name. */
function pressable(page: Page, name: string): Locator {
  const [first, ...rest] = roles.map((role) => page.getByRole(role, { name, exact: true }))
  if (!first) throw new Error('There are no roles.')
  return rest.reduce((either, other) => either.or(other), first)
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 2).join(' ').trim()
}
