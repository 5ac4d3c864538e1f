import type { AccountId } from '../../shared/account'
import type { TokenForm } from '../../shared/contract'
import { fail, ok, type Result } from '../../shared/failure'
import type { Book } from './book'
import { authorization, curlLine, type Shell } from './curl-line'
import type { Servers } from './servers'
import type { Sessions } from './sessions'

/** Puts a secret where the person can paste it; gives when it is cleared, in milliseconds since the epoch. */
export type CopySecret = (secret: string) => Promise<number>

type Copied = Result<{ clearsAt: number }>

/** Copies an account's token, refreshed first if it has run out. Used by the window and the tray. */
export function copyToken(
  account: AccountId,
  sessions: Pick<Sessions, 'token'>,
  copySecret: CopySecret,
): Promise<Copied> {
  return copyAs(account, sessions, copySecret, ok)
}

export interface CopyOptions {
  readonly book: Book
  readonly servers: Servers
  readonly sessions: Pick<Sessions, 'token'>
  readonly copySecret: CopySecret
  /** The shell that people use here. */
  readonly shell: Shell
}

/**
 * Copies a token alone, as the header that bears it, or as a curl line that asks the service whose it
 * is. Fails with `unsafe-to-copy` if the token cannot stand in such a line.
 */
export function copyTokenAs(
  account: AccountId,
  form: TokenForm,
  options: CopyOptions,
): Promise<Copied> {
  const { sessions, copySecret } = options
  switch (form) {
    case 'token':
      return copyToken(account, sessions, copySecret)
    case 'header':
      return copyAs(account, sessions, copySecret, authorization)
    case 'curl':
      return copyAs(account, sessions, copySecret, (token) => curlFor(account, token, options))
  }
}

async function copyAs(
  account: AccountId,
  sessions: Pick<Sessions, 'token'>,
  copySecret: CopySecret,
  write: (token: string) => Result<string>,
): Promise<Copied> {
  const token = await sessions.token(account)
  const written = token.ok ? write(token.value) : token
  return written.ok ? ok({ clearsAt: await copySecret(written.value) }) : written
}

function curlFor(
  account: AccountId,
  token: string,
  { book, servers, shell }: CopyOptions,
): Result<string> {
  const entry = book.account(account)
  const server = entry && servers.find(entry.server)
  const adapter = entry && servers.adapter(entry.adapter)
  if (!server || !adapter) return fail('unsupported')
  return curlLine(`${server.baseUrl}${adapter.whoAmI}`, token, shell)
}
