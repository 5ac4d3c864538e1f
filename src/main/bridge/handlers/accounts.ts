/** Calls about accounts that are in the list. */
import { fail, ok, type Result } from '../../../shared/failure'
import type { Book } from '../../accounts/book'
import { copyTokenAs, type CopyOptions } from '../../accounts/copy-token'
import { describe } from '../../accounts/describe'
import { moveInBook } from '../../accounts/order'
import type { OtherSessions } from '../../accounts/other-sessions'
import type { Passwords } from '../../accounts/passwords'
import type { QuickLogin } from '../../accounts/quick-login'
import type { Sessions } from '../../accounts/sessions'
import type { Views } from '../../accounts/views'
import type { Handlers } from '../dispatcher'

type AccountCalls = Extract<keyof Handlers, `accounts.${string}`>

export interface AccountHandlersOptions {
  readonly book: Book
  readonly sessions: Sessions
  readonly views: Views
  readonly passwords: Passwords
  readonly quickLogin: QuickLogin
  readonly elsewhere: OtherSessions
  readonly copying: CopyOptions
}

export function accountHandlers(options: AccountHandlersOptions): Pick<Handlers, AccountCalls> {
  const { book, sessions, views, passwords, quickLogin, elsewhere, copying } = options
  return {
    'accounts.activate': ({ account }) => quickLogin.activate(account),
    'accounts.quickLogin': ({ account }) => quickLogin.run(account),
    'accounts.check': async ({ account }) => done(await sessions.check(account)),
    'accounts.refresh': async ({ account }) => done(await sessions.refresh(account)),
    'accounts.details': ({ account }) => {
      const details = views.details(account)
      return details ? ok(details) : fail('not-found')
    },
    'accounts.describe': async ({ account, ...wanted }) =>
      done(await book.change(account, (entry) => describe(entry, wanted))),
    'accounts.hide': async ({ account, hidden }) =>
      done(await book.change(account, (entry) => ({ ...entry, hidden }))),
    'accounts.move': async ({ account, before }) => done(await moveInBook(book, account, before)),
    'accounts.copyToken': ({ account, form }) => copyTokenAs(account, form, copying),
    'accounts.forgetPassword': async ({ account }) => done(await passwords.forget(account)),
    'accounts.sessions': ({ account }) => elsewhere.list(account),
    'accounts.endSession': async ({ account, session }) =>
      done(await elsewhere.end(account, session)),
    'accounts.logOut': async ({ account }) => done(await sessions.logOut(account)),
  }
}

function done(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result
}
