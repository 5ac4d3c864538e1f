import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import fc, { type Scheduler } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rig, sendCode, type Rig } from '../../../test/fakes/program'
import {
  byAge,
  markOf,
  pauseOf,
  reorderedDisk,
  ReorderedKeychain,
  ReorderedService,
  type Mark,
  type Pause,
} from '../../../test/fakes/reordered'
import type { AccountId, AccountView } from '../../shared/account'

const emails = ['a@b.c', 'd@e.f'] as const
const deeds = [
  ...(['login', 'login', 'login-and-leave', 'check', 'refresh', 'token'] as const),
  ...(['switch', 'quick-login', 'remove', 'revoke'] as const),
]
type Deed = (typeof deeds)[number]
/** What is done, for whom, and how much of the rest goes on before it begins. */
type Plan = readonly (readonly [Deed, string, number])[]

/** A login or a removal: from when to when, in steps of the play's own clock. */
interface Span {
  readonly email: string
  readonly code: string
  readonly from: number
  to: number
}

/** How many plays, and the seed that makes a run the same again. */
const numRuns = Number(process.env['LATCHKEY_INTERLEAVINGS'] ?? 1_000)
const seed = Number(process.env['LATCHKEY_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** One program at which several things are asked at once, and what was seen of it meanwhile. */
class Play {
  readonly logins: Span[] = []
  readonly removals: Span[] = []
  readonly wrongs: string[] = []
  /** The account that was made active last, and by whom it is shown so. */
  switched: AccountId | undefined
  readonly window = new Map<AccountId, AccountView>()
  private clock = 0
  private readonly owners = new Map<AccountId, string>()
  private readonly newest = new Map<AccountId, Mark>()

  private constructor(
    readonly it: Rig,
    readonly service: ReorderedService,
    readonly keychain: ReorderedKeychain,
    private readonly pause: Pause,
  ) {}

  static async begin(folder: string, pause: Pause): Promise<Play> {
    const service = new ReorderedService(pause)
    const seen: { play?: Play } = {}
    const keychain = new ReorderedKeychain(pause, ({ account }, mark) =>
      seen.play?.stores(account, mark),
    )
    const fileSteps = reorderedDisk(pause)
    const it = await rig({ folder, keychain, script: service.script, fileSteps })
    const play = new Play(it, service, keychain, pause)
    seen.play = play
    it.program.mirror.onChange(({ accounts = [], uses = [], goneAccounts = [] }) => {
      for (const use of uses) {
        const shown = play.window.get(use.id)
        if (shown) play.window.set(use.id, { ...shown, ...use })
      }
      for (const id of goneAccounts) play.window.delete(id)
      for (const account of accounts) {
        play.window.set(account.id, account)
        play.owners.set(account.id, account.email)
      }
    })
    return play
  }

  async does(deed: Deed, email: string, after: number): Promise<void> {
    for (let waited = 0; waited < after; waited += 1) await this.pause(`not yet: ${deed}`)
    if (deed === 'login' || deed === 'login-and-leave') return this.logsIn(email, deed)
    if (deed === 'revoke') return this.service.revoke(email)
    const { program } = this.it
    const account = program.views.accounts().find((one) => one.email === email)
    if (!account) return
    switch (deed) {
      case 'check':
        await program.sessions.check(account.id)
        return
      case 'refresh':
        await program.sessions.refresh(account.id)
        return
      case 'token':
        return this.takesToken(account)
      case 'switch':
        this.switched = account.id
        await program.quickLogin.activate(account.id)
        return
      case 'quick-login':
        this.switched = account.id
        await program.quickLogin.run(account.id)
        return
      case 'remove':
        return this.removes(account)
    }
  }

  private async logsIn(email: string, deed: Deed): Promise<void> {
    const { runner } = this.it.program
    const sent = await sendCode(this.it, email)
    const code = ReorderedService.code(email, this.logins.length)
    const login = { email, code, from: this.tick(), to: Infinity }
    const submitted = runner.submit(sent.id, 'code', { code })
    this.logins.push(login)
    if (deed === 'login-and-leave') {
      await this.pause('leave')
      runner.leave(sent.id)
    }
    await submitted
    login.to = this.tick()
  }

  private async takesToken({ id, email }: AccountView): Promise<void> {
    const token = await this.it.program.sessions.token(id)
    if (!token.ok) return
    const mark = markOf({ access: token.value })
    if (mark.email !== email) this.wrongs.push(`${email} was given the token of ${mark.email}`)
  }

  private async removes({ id, email }: AccountView): Promise<void> {
    const removal = { email, code: '', from: this.tick(), to: Infinity }
    const removed = await this.it.program.sessions.remove(id, true)
    if (!removed.ok) return
    removal.to = this.tick()
    this.removals.push(removal)
  }

  /** Watches each session on its way into the keychain. */
  private stores(account: AccountId, mark: Mark): void {
    const owner = this.it.program.views.account(account)?.email ?? this.owners.get(account)
    if (owner !== mark.email) this.wrongs.push(`${mark.email}’s token under ${owner}`)
    const before = this.newest.get(account)
    if (before && byAge(mark, before) < 0) {
      this.wrongs.push(`token ${mark.login} over the newer ${before.login} of ${mark.email}`)
    } else {
      this.newest.set(account, mark)
    }
  }

  /** What has gone wrong against the three rules, in words; nothing if all is well. */
  faults(): readonly string[] {
    const { program } = this.it
    const accounts = program.views.accounts()
    return [
      ...this.wrongs,
      ...emails.flatMap((email) => this.lost(email, accounts)),
      ...accounts.flatMap((account) => this.outdated(account)),
      ...(this.service.spent > 0 ? [`a spent token was brought ${this.service.spent} times`] : []),
      ...(this.keychain.secrets.size === accounts.filter(({ hasSecret }) => hasSecret).length
        ? []
        : ['the keychain holds more or less than the book says']),
    ]
  }

  /** A token that cost a code and is nowhere, although nobody removed its account since. */
  private lost(email: string, accounts: readonly AccountView[]): string[] {
    const own = <T extends { readonly email: string }>(all: readonly T[]): T[] =>
      all.filter((one) => one.email === email)
    const gone = Math.max(0, ...own(this.removals).map(({ to }) => to))
    const tokens = own(this.logins)
      .filter(({ from }) => from > gone)
      .flatMap(({ code }) => this.service.given.get(code) ?? [])
    const newest = tokens.sort(byAge).at(-1)
    if (!newest) return []
    const account = accounts.find((one) => one.email === email)
    const kept = account && this.keychain.kept(account.id)
    if (kept && kept.login >= newest.login) return []
    return [`login ${newest.login} of ${email} is lost, ${kept?.login ?? 'nothing'} is kept`]
  }

  /** What is shown of an account that is not what was last heard or done. */
  private outdated(account: AccountView): string[] {
    const { id, email, state, hasSecret, active } = account
    const kept = this.keychain.kept(id)
    const rejected = kept && this.service.said.get(JSON.stringify(kept)) === 'rejected'
    const shown = this.window.get(id)
    return [
      ...(hasSecret && rejected !== (state === 'needs-login')
        ? [`${email} is shown as ${state} although its token was ${String(rejected)} rejected`]
        : []),
      ...(this.switched === id && !active ? [`${email} was switched to and is not active`] : []),
      ...(JSON.stringify(shown) === JSON.stringify(account)
        ? []
        : [`a window shows ${email} as it was`]),
    ]
  }

  private tick(): number {
    return (this.clock += 1)
  }
}

/** Lets everything that is under way go on, one thing at a time in the scheduler's order. */
async function drive<T>(scheduler: Scheduler, work: Promise<T>): Promise<T> {
  const state = { over: false }
  const over = (): void => void (state.over = true)
  work.then(over, over)
  while (!state.over) {
    await turn()
    if (scheduler.count() > 0) await scheduler.waitNext(1)
  }
  return work
}

function known(accounts: readonly AccountView[]): unknown {
  return accounts.map(({ id, email, active, hasSecret }) => ({ id, email, active, hasSecret }))
}

const plans: fc.Arbitrary<Plan> = fc.array(
  fc.tuple(fc.constantFrom(...deeds), fc.constantFrom(...emails), fc.nat(40)),
  { minLength: 2, maxLength: 12 },
)

describe('whatever order the answers come in', () => {
  it('no token strays, nothing old stands over anything newer, and no code was spent for nothing', async () => {
    console.info(`${numRuns} interleavings; LATCHKEY_SEED=${seed} makes them the same again`)
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-orders-'))
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), plans, async (scheduler, plan) => {
        const own = join(folder, String((runs += 1)))
        const play = await Play.begin(own, pauseOf(scheduler))
        const first = Promise.all(emails.map((email) => play.does('login', email, 0)))
        await drive(scheduler, first)
        await drive(scheduler, Promise.all(plan.map((step) => play.does(...step))))
        const { program } = play.it
        await drive(scheduler, program.idle())
        expect(play.faults()).toEqual([])

        const before = known(program.views.accounts())
        const again = await drive(scheduler, play.it.restart())
        expect(known(again.program.views.accounts())).toEqual(before)
        await drive(scheduler, again.program.close())
      }),
      { numRuns, seed },
    )
  }, 300_000)
})
