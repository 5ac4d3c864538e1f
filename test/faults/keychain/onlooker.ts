/**
 * The person at a window whose keychain fails: does what people do, reads what stands there, and notes
 * what does not. Everything by roles, names and words.
 */
import type { Locator } from '@playwright/test'
import { Person, type PersonOptions } from '../../walks/person'
import type { Findings } from '../fault'
import type { Old } from './desk'

/** How long words may take to appear that nothing but the program itself holds up. */
const soonMs = 8_000

export class Onlooker extends Person {
  /** Who was logged in on the way, and with which token. */
  readonly loggedIn: Old[] = []

  constructor(
    options: PersonOptions,
    private readonly findings: Findings,
  ) {
    super(options)
  }

  /** Notes unless the words stand in the window within `limitMs`. Gives whether they do. */
  async shows(words: string | RegExp, limitMs = soonMs, where?: Locator): Promise<boolean> {
    const found = (where ?? this.page).getByText(words).first()
    return this.notes(found, `the window does not say ${String(words)}`, limitMs)
  }

  /** The state of the keychain as the window tells it: in the foot, above the page, and what helps. */
  async keychainIs(
    short: string,
    banner?: { readonly title: string; readonly remedy: RegExp; readonly offers: string },
    limitMs = soonMs,
  ): Promise<void> {
    await this.shows(`Keychain: ${short}`, limitMs)
    if (!banner) return
    const notice = this.notice(banner.title)
    if (!(await this.notes(notice, `no notice “${banner.title}”`))) return
    await this.shows(banner.remedy, soonMs, notice)
    const button = notice.getByRole('button', { name: banner.offers, exact: true })
    await this.notes(button, `“${banner.title}” offers no “${banner.offers}”`)
  }

  /** Presses what the notice about the keychain offers. */
  async pressInNotice(title: string, name: string): Promise<void> {
    await this.notice(title).getByRole('button', { name, exact: true }).click()
  }

  /** Tries again where the keychain may also come back by itself just now. */
  async triesAgain(title: string): Promise<void> {
    const button = this.notice(title).getByRole('button', { name: 'Try again', exact: true })
    const ready = this.page.getByText('Keychain: Ready')
    await Promise.race([button.click({ timeout: soonMs }), ready.waitFor()].map(settled))
    await this.keychainIs('Ready')
  }

  /** The account's line in the list; it must not blame the person or the service. */
  async accountIs(email: string, state: RegExp): Promise<void> {
    const line = this.page
      .getByRole('navigation', { name: 'Accounts' })
      .getByRole('button', { name: email })
    const fits = line.filter({ hasText: state })
    if (await this.notes(fits, `${email} is not shown as ${String(state)}`)) return
    this.findings.check(false, `${email} is shown as “${await line.innerText()}”`)
  }

  /** Copies an account's token on its page. Notes unless the clipboard then holds it. */
  async copies({ email, token }: Old): Promise<void> {
    await this.app.seam('writeClipboard', '')
    await this.openAccount(email)
    await this.pressCopy()
    const copied = await this.copied()
    this.findings.check(copied === token, `what was copied is not the token of ${email}`)
  }

  /** Wants the token of an account and does not get it: notes unless the words come in time. */
  async failsToCopy({ email }: Old, title: string, limitMs: number): Promise<void> {
    await this.app.seam('writeClipboard', '')
    await this.openAccount(email)
    await this.pressCopy()
    await this.shows(`${email}: ${title}`, limitMs)
    await this.shows('in your keychain, which cannot be reached just now')
    const copied = await this.app.seam('readClipboard')
    this.findings.check(copied === '', 'something was copied from a keychain that gave nothing')
  }

  /** Logs in at Ruuvi with a code from the mail, which is used up by that. Gives with which token. */
  async spendsACode(email: string): Promise<void> {
    this.sandbox.ruuvi.addUser(email)
    await this.begin('Ruuvi Cloud', 'Log in')
    await this.fill('E-mail', email)
    await this.press('Send the code')
    await this.sees('Enter the code')
    await this.fill('Code or link', await this.codeFrom(email))
    await this.press('Log in')
  }

  /** The login has cost a code and its token could not be stored: it waits, for whatever reason is told. */
  async isHeld(email: string, title: string, limitMs = soonMs): Promise<void> {
    const held = this.page.getByRole('heading', { level: 1, name: 'Logged in, not yet saved' })
    if (!(await this.notes(held, 'the token of a login is not kept for another try', limitMs)))
      return
    await this.shows(title, soonMs, this.page.getByRole('main'))
    const valid = this.sandbox.ruuvi.sessionCount(email)
    this.findings.check(valid === 1, `${email} has ${valid} sessions at the service, not one`)
  }

  /** The login that the window shows is over, whether or not its token had to wait for the keychain. */
  async endsLogin(email: string, limitMs = soonMs): Promise<void> {
    const done = this.page.getByRole('heading', { level: 1, name: 'You are logged in' })
    if (await this.notes(done, `${email} is not logged in`, limitMs)) await this.hasItsToken(email)
  }

  /** The token of a login is stored, without another one; it is remembered for the reckoning. */
  async hasItsToken(email: string): Promise<void> {
    const count = this.sandbox.ruuvi.sessionCount(email)
    this.findings.check(count === 1, `${email} was logged in ${count} times`)
    await this.app.seam('writeClipboard', '')
    await this.openAccount(email)
    await this.pressCopy()
    const token = await this.copied()
    this.findings.check(this.sandbox.ruuvi.isValid(token), `${email} has a token that is none`)
    this.loggedIn.push({ email, token })
  }

  /** After a fault: the old token can be copied, and a new login is stored. */
  async isWellAgain(old: Old, fresh: string): Promise<void> {
    await this.keychainIs('Ready')
    await this.accountIs(old.email, /Ready/)
    await this.copies(old)
    await this.spendsACode(fresh)
    await this.endsLogin(fresh)
  }

  notice(title: string): Locator {
    return this.page.getByRole('group', { name: title })
  }

  /** What is copied soon, into a clipboard that was empty. */
  async copied(limitMs = soonMs): Promise<string> {
    const end = Date.now() + limitMs
    let copied = ''
    while (copied === '' && Date.now() < end) {
      copied = await this.app.seam('readClipboard')
      await this.page.waitForTimeout(20)
    }
    return copied
  }

  async pressCopy(): Promise<void> {
    const main = this.page.getByRole('main')
    await main.getByRole('button', { name: 'Copy token', exact: true }).click()
  }

  private async notes(wanted: Locator, why: string, limitMs = soonMs): Promise<boolean> {
    const there = await wanted
      .waitFor({ timeout: limitMs })
      .then(() => true)
      .catch(() => false)
    return this.findings.check(there, why)
  }
}

/** What the keychain comes to is looked at afterwards. */
function settled(one: Promise<void>): Promise<void> {
  return one.catch(() => undefined)
}
