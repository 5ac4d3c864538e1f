/** What can be done with a Ruuvi Cloud session: ask whose it is, list and end it and others. */
import type { OtherSession } from '../../../shared/account'
import { fail, ok, type Result } from '../../../shared/failure'
import type { ElsewhereAbilities, FactValue } from '../adapter'
import {
  deleteSession,
  getUser,
  listSessions,
  listSubscriptions,
  type Line,
  type RuuviSession,
} from './operations'
import type { RuuviWords } from './text/en'

export interface CheckedSession {
  readonly email: string
  readonly facts: readonly FactValue[]
}

/**
 * Asks whose token it is, how many sensors that user has, and which plan. The plan is a nicety: when
 * it is not told, the check succeeds without it. Fails with `token-rejected` or what the network says.
 */
export async function checkSession(line: Line, token: string): Promise<Result<CheckedSession>> {
  const user = await getUser(line, token)
  if (!user.ok) return user
  const { email, sensors } = user.value
  const subscriptions = await listSubscriptions(line, token)
  const plan = subscriptions.ok ? subscriptions.value.find((one) => one.isActive) : undefined
  const facts: FactValue[] = []
  if (sensors) facts.push({ key: 'sensors', value: { kind: 'number', number: sensors.length } })
  if (plan) facts.push({ key: 'plan', value: { kind: 'text', text: plan.subscriptionName } })
  return ok({ email, facts })
}

/**
 * Ends this session and no other: finds the current one in the list and deletes it by its id. A
 * token that is rejected or a session that is gone counts as ended.
 */
export async function endSession(line: Line, token: string): Promise<Result<void>> {
  const listed = await listSessions(line, token)
  if (!listed.ok) return listed.failure.code === 'token-rejected' ? ok(undefined) : listed
  const current = listed.value.find((session) => session.current)
  if (!current) return fail('unexpected-answer', { detail: 'data.sessions.current' })
  const ended = await deleteSession(line, token, current.id)
  if (ended.ok) return ended
  const gone = ['not-found', 'token-rejected'].includes(ended.failure.code)
  return gone ? ok(undefined) : ended
}

/** Where a user is logged in: Ruuvi tells when each session began and was last used, not by whom. */
export const elsewhere: ElsewhereAbilities<RuuviWords> = {
  async list(session, line) {
    const listed = await listSessions(line, session.access)
    return listed.ok ? ok(listed.value.map(shown)) : listed
  },
  async end(session, id, line) {
    const number = Number(id)
    // Not one that `list` gave.
    if (!/^\d+$/u.test(id) || !Number.isSafeInteger(number)) return fail('not-found')
    const ended = await deleteSession(line, session.access, number)
    return ended.ok || ended.failure.code === 'not-found' ? ok(undefined) : ended
  },
}

function shown({ id, current, createdAt, lastAccessed }: RuuviSession): OtherSession {
  return {
    id: String(id),
    current,
    ...(createdAt === undefined ? {} : { startedAt: createdAt * 1_000 }),
    ...(lastAccessed === undefined ? {} : { lastUsedAt: lastAccessed * 1_000 }),
  }
}
