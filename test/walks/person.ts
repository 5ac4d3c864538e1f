/**
 * A person at the window, as walks see one: opens, fills in, presses, reads the mail. Everything goes
 * by roles and names, as somebody with a screen reader would go.
 */
import { expect, type Locator, type Page } from '@playwright/test'
import type { WindowKind } from '../../src/shared/contract'
import type { RunningApp } from '../e2e/launch'
import type { CaptchaAnswer } from '../sandbox/kit/captcha'
import type { Sandbox } from '../sandbox/sandbox'

export type CaptchaService = 'ipcola' | 'cloudreve'

export interface PersonOptions {
  readonly app: RunningApp
  readonly sandbox: Sandbox
  /** Called wherever a picture is worth taking. */
  readonly picture?: (name: string, page: Page) => Promise<void>
}

export class Person {
  readonly page: Page
  readonly app: RunningApp
  readonly sandbox: Sandbox
  private readonly take: NonNullable<PersonOptions['picture']>

  constructor({ app, sandbox, picture = () => Promise.resolve() }: PersonOptions) {
    this.app = app
    this.page = app.page
    this.sandbox = sandbox
    this.take = picture
  }

  /** Begins a flow of a service at its sandbox, from wherever the window is. */
  async begin(service: string, flow: string): Promise<void> {
    await this.openService(service)
    await this.chooseSandbox()
    await this.chooseFlow(flow)
  }

  /** The same person at another window, as soon as it is there. */
  async at(kind: Exclude<WindowKind, 'main'>): Promise<Person> {
    const { app, sandbox } = this
    const page = await app.window(kind)
    return new Person({ app: { ...app, page }, sandbox, picture: this.take })
  }

  /** Opens the settings from the main window, and goes there. */
  async openSettings(): Promise<Person> {
    await this.press('Settings')
    const settings = await this.at('settings')
    await settings.sees('Settings')
    return settings
  }

  /** Takes a flow of the service that is open; not the "… instead" beside one that is missing. */
  async chooseFlow(flow: string): Promise<void> {
    await this.press(new RegExp(`^${flow} (?!instead)`))
  }

  async openService(service: string): Promise<void> {
    await this.press(/^Latchkey: Overview/)
    await this.page.getByRole('heading', { level: 1 }).waitFor()
    const add = this.page.getByRole('banner').getByRole('button', { name: 'Add account' })
    if (await add.isVisible()) await add.click()
    await this.page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${service}`) })
      .click()
    await this.sees(service)
  }

  /** Where servers can be chosen, takes the sandbox. */
  async chooseSandbox(): Promise<void> {
    const sandbox = this.page.getByRole('radio', { name: /127\.0\.0\.1/ }).last()
    if ((await sandbox.count()) > 0) await sandbox.check()
  }

  async openAccount(label: string): Promise<void> {
    const list = this.page.getByRole('navigation', { name: 'Accounts' })
    const row = list.getByRole('button', { name: new RegExp(escape(label)) })
    await list.getByRole('listitem').first().waitFor()
    // Only what is in sight, and some around it, is in the page.
    if ((await row.count()) === 0) await this.page.evaluate(scrolled('list.scrollTo(0, 0)'))
    const on = scrolled('list.scrollBy(0, list.clientHeight)')
    while ((await row.count()) === 0 && (await this.page.evaluate<boolean>(on))) continue
    await row.click()
    await this.sees(label)
  }

  /** Picks something from an account's menu of further actions. */
  async pick(action: string): Promise<void> {
    await this.press('More actions')
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  async fill(label: string, value: string): Promise<void> {
    await this.field(label).fill(value)
  }

  /** A field by its label, whether or not it may be left empty. */
  field(label: string): Locator {
    return this.page.getByLabel(new RegExp(`^${escape(label)}( optional)?$`))
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  /** Waits until the page's title is this. */
  async sees(title: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor()
  }

  /** Waits until a text is there. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }

  async picture(name: string): Promise<void> {
    await this.take(name, this.page)
  }

  /** Reads the picture that was given out last, once the window shows it, and types what it says. */
  async solveCaptcha(service: CaptchaService): Promise<void> {
    const label = service === 'ipcola' ? 'What does the picture say?' : 'Characters in the picture'
    await this.fill(label, (await this.latestPicture(service)).answer)
  }

  /** Asks for another picture and waits until the window shows one that was given out after that. */
  async newPicture(service: CaptchaService): Promise<void> {
    const before = await this.latestPicture(service)
    await this.press('New picture')
    const after = async (): Promise<string> => (await this.latestPicture(service)).id
    await expect.poll(after).not.toBe(before.id)
  }

  /** Waits until the window shows the service's latest picture. */
  private async latestPicture(service: CaptchaService): Promise<CaptchaAnswer> {
    const shown = this.page.getByRole('img', { name: /drawn by the service/ })
    const isLatest = async (): Promise<boolean> => {
      const source = await shown.getAttribute('src')
      return source?.endsWith(this.sandbox.captchas.latest(service).picture) ?? false
    }
    await expect.poll(isLatest).toBe(true)
    return this.sandbox.captchas.latest(service)
  }

  /** Copies something elsewhere and pastes it with the field's own button. */
  async paste(label: string, text: string): Promise<void> {
    await this.app.seam('writeClipboard', text)
    await this.press(`Paste into ${label}`)
    await this.holds(label, text)
  }

  /** Waits until a field holds a value. */
  async holds(label: string, value: string): Promise<void> {
    await expect(this.field(label)).toHaveValue(value)
  }

  async codeFrom(address: string): Promise<string> {
    const mail = await this.sandbox.mailbox.waitFor(address, (one) => one.code !== undefined)
    return mail.code ?? ''
  }

  async linkFrom(address: string, part: string): Promise<string> {
    const wanted = (link: string | undefined): boolean => link?.includes(part) ?? false
    const mail = await this.sandbox.mailbox.waitFor(address, (one) => wanted(one.link))
    return mail.link ?? ''
  }

  /** The end of every flow. */
  async isLoggedIn(): Promise<void> {
    await this.sees('You are logged in')
  }
}

/** One way through the program, from the first press to its end. */
export interface Walk {
  readonly id: string
  readonly title: string
  run(person: Person): Promise<void>
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Runs in the page: scrolls the list, waits until that is drawn, and says whether it has moved. */
const scrolled = (how: string): string => `{
  const list = document.querySelector('nav.sidebar-list')
  const before = list.scrollTop
  ${how}
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(list.scrollTop !== before)))
  })
}`
