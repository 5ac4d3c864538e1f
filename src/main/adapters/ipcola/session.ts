/** What can be done with an IPCola token: ask whose it is. Nothing is known that would end it. */
import { fail, ok, type Result } from '../../../shared/failure'
import type { Checked, FactValue } from '../adapter'
import { getUserInfo, type Line, type UserInfo } from './operations'

/**
 * Asks whose token it is. Fails with `token-rejected` when IPCola refuses it, and with
 * `account-blocked` when the user is marked as forbidden (what that mark does is an inference).
 */
export async function checkSession(line: Line, token: string): Promise<Result<Checked>> {
  const told = await getUserInfo(line, token)
  if (!told.ok) return told
  const user = told.value
  if (user.forbidden === true) return fail('account-blocked')
  const email = user.email === '' ? undefined : (user.email ?? undefined)
  return ok({ email, facts: factsOf(user) })
}

function factsOf(user: UserInfo): FactValue[] {
  const { id, created_unixtime: created, roles = [] } = user
  return [
    ...textFact('id', id === undefined ? undefined : String(id)),
    ...(created === undefined
      ? []
      : [{ key: 'created', value: { kind: 'date', at: created * 1_000 } } as const]),
    ...textFact('country', user.register_country_code),
    ...textFact('roles', roles.join(', ')),
    ...numberFact('account-limit', user.account_limit),
    ...numberFact('whitelist-limit', user.whitelist_limit),
    ...textFact('reference-key', user.reference_key),
  ]
}

function textFact(key: string, text: string | undefined): FactValue[] {
  return text === undefined || text === '' ? [] : [{ key, value: { kind: 'text', text } }]
}

function numberFact(key: string, number: number | undefined): FactValue[] {
  return number === undefined ? [] : [{ key, value: { kind: 'number', number } }]
}
