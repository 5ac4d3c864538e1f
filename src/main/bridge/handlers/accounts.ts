/** Calls about accounts that are in the list. */
import type { AccountId } from '../../../shared/account'
import { fail, ok, type Result } from '../../../shared/failure'
import type { Book } from '../../accounts/book'
import type { QuickLogin } from '../../accounts/quick-login'
import type { Sessions } from '../../accounts/sessions'
import type { Runner } from '../../flows/runner'
import type { Handlers } from '../dispatcher'

type AccountCalls = Extract<keyof Handlers, `accounts.${string}`>

export interface AccountHandlersOptions {
  readonly book: Book
  readonly sessions: Sessions
  readonly quickLogin: QuickLogin
  readonly runner: Runner
  /** Puts a secret on the clipboard; gives when it is cleared, in milliseconds since the epoch. */
  readonly copySecret: (secret: string) => Promise<number>
}

export function accountHandlers(options: AccountHandlersOptions): Pick<Handlers, AccountCalls> {
  const { book, sessions, quickLogin, runner } = options
  return {
    'accounts.activate': ({ account }) => quickLogin.activate(account),
    'accounts.quickLogin': ({ account }) => quickLogin.run(account),
    'accounts.check': async ({ account }) => done(await sessions.check(account)),
    'accounts.refresh': async ({ account }) => done(await sessions.refresh(account)),
    'accounts.rename': async ({ account, label }) =>
      done(await book.change(account, (entry) => ({ ...entry, label }))),
    'accounts.copyToken': ({ account }) => copyToken(options, account),
    'accounts.logOut': async ({ account }) => done(await sessions.logOut(account)),
    'accounts.remove': async ({ account, evenIfStillLoggedIn }) => {
      if (!book.account(account)) return fail('not-found')
      const removed = await sessions.remove(account, evenIfStillLoggedIn)
      if (removed.ok) await runner.leaveAttemptOf(account)
      return done(removed)
    },
  }
}

/** Copies an account's token, refreshed first if it has run out. Used by the window and the tray. */
export async function copyToken(
  { sessions, copySecret }: Pick<AccountHandlersOptions, 'sessions' | 'copySecret'>,
  account: AccountId,
): Promise<Result<{ clearsAt: number }>> {
  const token = await sessions.token(account)
  return token.ok ? ok({ clearsAt: await copySecret(token.value) }) : token
}

function done(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result
}
