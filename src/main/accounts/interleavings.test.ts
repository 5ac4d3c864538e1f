import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logIn, rig, sendCode, type Rig } from '../../../test/fakes/program'
import { fail, ok } from '../../shared/failure'
import type { Session } from '../adapters/adapter'

/** A token says whose it is, which login it came from, and how often it was refreshed. */
interface Mark {
  readonly email: string
  readonly login: number
  readonly refreshed: number
}

const emails = ['a@b.c', 'd@e.f'] as const
const deeds = ['login', 'check', 'refresh', 'activate', 'remove'] as const

function tokenOf(mark: Mark): Session {
  return { access: JSON.stringify(mark), refresh: JSON.stringify(mark) }
}

function markOf(session: Pick<Session, 'access'>): Mark {
  return JSON.parse(session.access) as Mark
}

function keptMarks(it: Rig): Map<string, Mark> {
  return new Map(
    it.program.views.accounts().flatMap((account) => {
      const secret = it.keychain.secrets.get(`${account.id}/session`)
      return secret === undefined ? [] : [[account.email, markOf(JSON.parse(secret) as Session)]]
    }),
  )
}

async function does(it: Rig, deed: (typeof deeds)[number], email: string): Promise<void> {
  const account = it.program.views.accounts().find((one) => one.email === email)
  if (deed === 'login') {
    const sent = await sendCode(it, email)
    await it.program.runner.submit(sent.id, 'code', { code: email })
    return
  }
  if (!account) return
  switch (deed) {
    case 'check':
      await it.program.sessions.check(account.id)
      return
    case 'refresh':
      await it.program.sessions.refresh(account.id)
      return
    case 'activate':
      await it.program.quickLogin.activate(account.id)
      return
    case 'remove': {
      const input = { account: account.id, evenIfStillLoggedIn: true }
      const caller = { windowId: 1, paste: () => undefined }
      await it.program.handlers['accounts.remove'](input, caller)
    }
  }
}

describe('whatever order the answers come in', () => {
  it('no token stands under another account, and none is lost to an older one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.tuple(fc.constantFrom(...deeds), fc.constantFrom(...emails)), {
          minLength: 2,
          maxLength: 8,
        }),
        async (scheduler, plan) => {
          const it = await rig()
          let logins = 0
          it.script.verify = async (email) => {
            const mark = { email, login: (logins += 1), refreshed: 0 }
            await scheduler.schedule(Promise.resolve(), 'verify')
            return tokenOf(mark)
          }
          it.script.refresh = async (session) => {
            const mark = markOf(session)
            await scheduler.schedule(Promise.resolve(), 'refresh')
            return ok(tokenOf({ ...mark, refreshed: mark.refreshed + 1 }))
          }
          it.script.check = async (session) => {
            await scheduler.schedule(Promise.resolve(), 'check')
            return markOf(session).login === 0 ? fail('token-rejected') : ok({ facts: [] })
          }
          for (const email of emails) await scheduler.waitFor(logIn(it, email, email))
          const work = Promise.all(plan.map(([deed, email]) => does(it, deed, email)))
          await scheduler.waitFor(work)
          await scheduler.waitFor(it.program.idle())

          const removed = new Set<string>()
          for (const [deed, email] of plan) if (deed === 'remove') removed.add(email)
          for (const [email, mark] of keptMarks(it)) {
            expect(mark.email).toBe(email)
            const own = plan.filter(([deed, whose]) => deed === 'login' && whose === email)
            // A login's token is only ever followed by another login's, or refreshed.
            if (own.length > 0 && !removed.has(email)) expect(mark.login).toBeGreaterThan(2)
          }
          for (const account of it.program.views.accounts()) {
            expect(account.hasSecret).toBe(keptMarks(it).has(account.email))
          }
          const secrets = it.keychain.secrets.size
          expect(secrets).toBe(keptMarks(it).size)
          await it.program.close()
        },
      ),
      { numRuns: 200 },
    )
  }, 120_000)
})
