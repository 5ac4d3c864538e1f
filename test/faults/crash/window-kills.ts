/**
 * The whole program with its window, killed at random moments of whatever a person does there, and
 * started again on the same files. The seed decides what is done, to whom, and when the kill comes; as the
 * computer is never equally fast, the same seed does the same deeds and nearly the same kills.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import type { AccountEntry } from '../../../src/main/accounts/book'
import { launchApp } from '../../e2e/launch'
import { startKeyring, type Keyring } from '../../integration/keychain/keyring'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'
import { Person } from '../../walks/person'
import { Findings, type Outcome } from '../fault'
import { momentFrom, randomFrom, type Moment } from './moments'
import { killProgram } from './processes'
import * as rules from './rules'
import type { Complaints, Remains } from './rules'
import { accountDeeds, flowDeeds, goOn, type WindowDeed, type Who } from './window-deeds'

const keychainService = 'Latchkey (test)'
/** So many accounts are all in sight in the list. */
const killsPerProfile = 8
const settledWithinMs = 20_000

export interface KillsOptions {
  readonly kills: number
  readonly seed: number
}

export async function killWindow({ kills, seed }: KillsOptions): Promise<Outcome> {
  const findings = new Findings()
  const home = await Household.open(randomFrom(seed), findings)
  try {
    for (let number = 0; number < kills; number += 1) {
      if (number % killsPerProfile === 0) await home.moveIn(number)
      await home.killOnce(number)
    }
    const { during, starting, resumed, finished } = home
    return findings.outcome(
      `${kills} kills with seed ${seed}: ${during} while something was done, ${starting} while it started; ` +
        `${resumed} attempts gone on with, ${finished} to their end`,
    )
  } finally {
    await home.close()
  }
}

class Household {
  during = 0
  starting = 0
  resumed = 0
  finished = 0
  private profile = ''
  private person: Person | undefined

  private constructor(
    private readonly folder: string,
    private readonly sandbox: Sandbox,
    private readonly keyring: Keyring,
    private readonly random: () => number,
    private readonly findings: Findings,
  ) {}

  static async open(random: () => number, findings: Findings): Promise<Household> {
    const folder = await mkdtemp(join(tmpdir(), 'lk-'))
    await mkdir(join(folder, 'tmp'))
    const [sandbox, keyring] = await Promise.all([startSandbox(), startKeyring()])
    Object.assign(sandbox.cloudreve.settings, { activation: true })
    return new Household(folder, sandbox, keyring, random, findings)
  }

  /** Begins with nothing: no files, and nothing in the keyring. */
  async moveIn(number: number): Promise<void> {
    await this.stop()
    const { kept } = await this.remains()
    if (kept.length > 0) {
      const env = { ...process.env, ...this.keyring.env }
      await promisify(execFile)('secret-tool', ['clear', 'service', keychainService], { env })
    }
    this.profile = join(this.folder, `p${number}`)
    await mkdir(this.profile, { mode: 0o700 })
    this.person = await this.start()
  }

  async killOnce(number: number): Promise<void> {
    const { sandbox } = this
    const before = await this.remains()
    const deed = this.choose(before)
    const email = `kim-${number}@mail.example`
    const who: Who = { email, subject: deed.service ? undefined : this.subjectOf(before) }
    const person = this.person
    if (!person) throw new Error('The program does not run.')
    deed.prepare?.(person, email)
    const moment = momentFrom(this.random)
    const where = `kill ${number + 1} (${deed.id}, ${moment.afterMs} ms after ${moment.since})`
    const complaints: Complaints = { where, findings: this.findings }
    const whileStarting = moment.since === 'a start'
    if (whileStarting) await this.killStart(person, moment)
    else await this.killDeed(person, deed, who, moment)
    const sent = this.sentTo(email)
    this.person = await this.start()
    const after = await this.settled()
    this.judge({ before, after, deed: whileStarting ? undefined : deed, who }, complaints)
    rules.judgeRepeats(this.sentTo(email), sent, complaints)
    // Each deed asks once for what it asks for.
    rules.judgeRepeats(sent, new Map([...sent.keys()].map((name) => [name, 1])), complaints)
    await this.resume(deed, email, after, complaints)
    sandbox.requests.clear()
  }

  async close(): Promise<void> {
    await this.stop()
    await this.keyring.close()
    await this.sandbox.close()
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  private choose({ entries = [] }: Remains): WindowDeed {
    const { random } = this
    const usable = entries.some(({ hasSecret }) => hasSecret)
    const from = usable && random() < 0.4 ? accountDeeds : flowDeeds
    const deed = from[Math.floor(random() * from.length)]
    if (!deed) throw new Error('There is nothing to do.')
    return deed
  }

  private subjectOf({ entries = [] }: Remains): AccountEntry | undefined {
    const usable = entries.filter(({ hasSecret }) => hasSecret)
    return usable[Math.floor(this.random() * usable.length)]
  }

  private async killDeed(
    person: Person,
    deed: WindowDeed,
    who: Who,
    { since, afterMs }: Moment,
  ): Promise<void> {
    const { requests } = this.sandbox
    const earlier = new Set(requests.list())
    const done = deed.run(person, who).then(
      () => 'done',
      // Whoever works at a window that is killed gets no further.
      () => 'cut',
    )
    if (since === 'the first request') {
      await Promise.race([requests.waitFor((one) => !earlier.has(one)), done])
    }
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    await this.kill(person)
    await done
    this.during += 1
  }

  /** Ends the program in order, starts it, and kills it before its window may be there. */
  private async killStart(person: Person, { afterMs }: Moment): Promise<void> {
    await person.app.close()
    this.person = undefined
    const starting = this.start().then(
      (started) => started,
      () => undefined,
    )
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    await killProgram(this.profile)
    await (await starting)?.app.kill()
    this.starting += 1
  }

  private async kill(person: Person): Promise<void> {
    this.person = undefined
    await killProgram(this.profile)
    await person.app.kill()
  }

  private async stop(): Promise<void> {
    const { person } = this
    this.person = undefined
    if (person) await this.kill(person)
  }

  private async start(): Promise<Person> {
    const { mailbox, ...servers } = this.sandbox.urls
    const app = await launchApp({
      profile: this.profile,
      env: {
        ...this.keyring.env,
        TMPDIR: join(this.folder, 'tmp'),
        LATCHKEY_SERVERS: JSON.stringify(servers),
        LATCHKEY_MAILBOX: mailbox,
      },
    })
    await app.page.getByRole('heading', { level: 1 }).first().waitFor()
    return new Person({ app, sandbox: this.sandbox })
  }

  private async remains(): Promise<Remains> {
    const items = await this.keyring.items()
    const own = items.filter(({ attributes }) => attributes['service'] === keychainService)
    const kept = own.map(({ attributes }) => attributes['account'] ?? '')
    // A program that has never had an account has no book.
    const empty = { entries: [], files: [], kept }
    return rules.readRemains(this.profile, kept).catch(() => empty)
  }

  /** What is left once the program has finished what the kill had cut short. */
  private async settled(): Promise<Remains> {
    const isSettled = async (): Promise<boolean> => {
      const { entries = [], kept } = await this.remains()
      return entries.every(({ id, storing, removing, dropping, hasSecret }) => {
        const done = storing === undefined && removing !== true && dropping !== true
        return done && (!hasSecret || kept.includes(`${id}/session`))
      })
    }
    // What does not settle is what the rules are about to complain of.
    await expect
      .poll(isSettled, { timeout: settledWithinMs })
      .toBe(true)
      .catch(() => undefined)
    return this.remains()
  }

  private judge(
    {
      before,
      after,
      deed,
      who: { subject, email },
    }: {
      readonly before: Remains
      readonly after: Remains
      readonly deed: WindowDeed | undefined
      readonly who: Who
    },
    complaints: Complaints,
  ): void {
    const ends = deed?.ends
    const mine = (id: string): boolean => ends !== undefined && id === subject?.id
    rules.judgeFiles(after, complaints)
    const accountEnds = ({ id }: AccountEntry): boolean => mine(id) && ends === 'account'
    rules.judgeAccounts(before.entries ?? [], after, accountEnds, complaints)
    const secretEnds = (name: string): boolean => mine(name.split('/')[0] ?? '')
    rules.judgeSecrets(before.kept, after, secretEnds, complaints)
    const own = after.entries?.find((entry) => entry.email === email)
    if (this.sentTo(email).size === 0) return
    rules.judgeKnown(email, after, complaints)
    if (!own) return
    const why = `${complaints.where}: the service has done something nobody knows of`
    complaints.findings.check(own.hasSecret || own.pending !== undefined, why)
  }

  /** Goes on in the window with what waits, as the person would. */
  private async resume(
    { service }: WindowDeed,
    email: string,
    { entries = [] }: Remains,
    { where, findings }: Complaints,
  ): Promise<void> {
    const { person } = this
    if (!person || !service || !entries.some((one) => one.email === email && one.pending)) return
    try {
      await person.openAccount(email)
      await person.page.getByRole('main').getByRole('button', { name: 'Continue' }).click()
      await person.page.getByRole('main').locator('form').first().waitFor()
      this.resumed += 1
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      findings.check(false, `${where}: what waits cannot be gone on with: ${why}`)
      return
    }
    if (await goOn(person, service, email).catch(() => false)) this.finished += 1
  }

  /** How often each request that must not be repeated has come for an address. */
  private sentTo(email: string): rules.Counts {
    const { requests, mailbox } = this.sandbox
    const codes = mailbox.messages(email).map(({ code }) => code)
    return rules.countOnce(
      requests.list().filter(({ body, query }) => {
        const named = JSON.stringify(body ?? '').includes(email)
        return named || codes.some((code) => code !== undefined && query['token'] === code)
      }),
    )
  }
}
