import type { Answer } from '../kit/answer'
import type { Call } from '../kit/call'
import type { Problem } from '../kit/contract'
import { failed, invalid } from './codes'
import type { CloudreveOperation } from './operations'
import type { CloudreveSettings } from './settings'

// Facts: Cloudreve source routers/controllers/main.go, which answers with the first field's problem.

const names: Readonly<Record<string, string>> = {
  email: 'Email',
  password: 'Password',
  new_password: 'Password',
  current_password: 'Password',
}

/** The server's answer to a request that its document refuses. */
export function refuse(
  operation: CloudreveOperation,
  problems: readonly Problem[],
  call: Call,
): Answer {
  if (operation === 'activate') return failed(403)
  const [first] = [...problems].sort((a, b) => rank(a) - rank(b))
  if (first === undefined) return invalid('Parameter error')
  // Go reads null as an absent field, and a value of another type not at all.
  const mistyped = first.keyword === 'type' && !isNull(call, first.field)
  if (first.field === undefined || mistyped) return invalid('JSON marshall error')
  const name = names[first.field]
  if (name === undefined) return invalid('Parameter error')
  return invalid(`${name} ${complaint(first, call)}`)
}

/** A password that the document takes but an older site does not; undefined where it is fine. */
export function oldLimit(
  settings: CloudreveSettings,
  operation: CloudreveOperation,
  call: Call,
): Answer | undefined {
  if (operation !== 'signUp' && operation !== 'reset') return undefined
  const tooLong = Array.from(call.text('password')).length > settings.maxPasswordLength
  return tooLong ? invalid('Password too long') : undefined
}

function complaint({ field, keyword }: Problem, call: Call): string {
  if (keyword === 'required' || keyword === 'type' || call.text(field ?? '') === '') {
    return field !== undefined && call.query[field] ? 'format error' : 'cannot be empty'
  }
  switch (keyword) {
    case 'minLength':
      return 'too short'
    case 'maxLength':
      return 'too long'
    default:
      return 'format error'
  }
}

/** E-mail before password, as the server's structures have it; types before everything. */
function rank({ field, keyword }: Problem): number {
  if (field === undefined) return 0
  if (keyword === 'type') return 1
  return field === 'email' ? 2 : 3
}

function isNull(call: Call, field: string | undefined): boolean {
  return field !== undefined && call.field(field) === null
}
