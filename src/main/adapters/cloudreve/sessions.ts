/** What can be done with a session that an account has: check it, renew it, end it. */
import { fail, ok, type Result } from '../../../shared/failure'
import type { Checked, Context, FactValue, Session, SessionAbilities } from '../adapter'
import { wireOf } from './operations/call'
import { readCapacity, refresh, signOut, whoAmI, whoAmIPath } from './operations/session'
import type { User } from './operations/shapes'
import type { CloudreveWords } from './text/en'

/** What a site tells about a person, ready to be shown. */
export function factsOf(user: User, words: CloudreveWords): FactValue[] {
  const text = (key: string, value: string | undefined): FactValue[] =>
    value ? [{ key, value: { kind: 'text', text: value } }] : []
  return [
    ...text('nickname', user.nickname),
    ...text('group', user.group),
    ...text('status', user.status && words.statuses[user.status]),
    ...(user.createdAt === undefined
      ? []
      : [{ key: 'since', value: { kind: 'date' as const, at: user.createdAt } }]),
  ]
}

/** Gives the user back, or the failure that the state of the account amounts to. */
export function usable(user: User): Result<User> {
  switch (user.status) {
    case 'manual_banned':
    case 'sys_banned':
      return fail('account-blocked')
    case 'inactive':
      return fail('email-unconfirmed')
    case 'active':
    case undefined:
      return ok(user)
  }
}

async function check(session: Session, context: Context<CloudreveWords>): Promise<Result<Checked>> {
  const wire = wireOf(context)
  const me = await whoAmI(wire, session.access)
  if (!me.ok) return me
  const user = usable(me.value)
  if (!user.ok) return user
  // The capacity is worth showing and nothing depends on it.
  const capacity = await readCapacity(wire, session.access)
  const room: FactValue[] = capacity.ok
    ? [
        { key: 'used', value: { kind: 'bytes', bytes: capacity.value.used } },
        { key: 'total', value: { kind: 'bytes', bytes: capacity.value.total } },
      ]
    : []
  return ok({ email: me.value.email, facts: [...factsOf(me.value, context.words), ...room] })
}

export const sessionAbilities: SessionAbilities<CloudreveWords> = {
  check,
  whoAmI: whoAmIPath,
  refresh: async (session, context) =>
    session.refresh === undefined
      ? fail('token-rejected')
      : refresh(wireOf(context), session.refresh),
  // Only the refresh token can be ended; without one there is nothing to tell the service.
  logOut: async (session, context) =>
    session.refresh === undefined ? ok(undefined) : signOut(wireOf(context), session.refresh),
}
