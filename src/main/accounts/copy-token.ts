import type { AccountId } from '../../shared/account'
import { ok, type Result } from '../../shared/failure'
import type { Sessions } from './sessions'

/** Puts a secret where the person can paste it; gives when it is cleared, in milliseconds since the epoch. */
export type CopySecret = (secret: string) => Promise<number>

/** Copies an account's token, refreshed first if it has run out. Used by the window and the tray. */
export async function copyToken(
  account: AccountId,
  sessions: Pick<Sessions, 'token'>,
  copySecret: CopySecret,
): Promise<Result<{ clearsAt: number }>> {
  const token = await sessions.token(account)
  return token.ok ? ok({ clearsAt: await copySecret(token.value) }) : token
}
