/** Finds out whether a base URL leads to a Cloudreve site, and what that site allows. */
import { fail, ok, type Failure, type Result } from '../../../shared/failure'
import type { Context, FactValue, Site } from '../adapter'
import { ping, readBasicConfig, readLoginConfig } from './operations/site'
import type { BasicConfig, LoginConfig } from './operations/site'
import type { CloudreveWords } from './text/en'

/** The oldest version that speaks this protocol. */
const oldestMajor = 4

/**
 * Asks version, title and settings. Failures name the field `address`: `not-the-service` for somebody
 * else's answer, `unsupported` for a version before 4, and those of the client.
 */
export async function probe(
  baseUrl: string,
  context: Omit<Context<CloudreveWords>, 'server'>,
): Promise<Result<Site>> {
  const { http, signal, words } = context
  const wire = { http, signal, baseUrl }
  const version = await ping(wire)
  if (!version.ok) return notAtAddress(version.failure)
  const major = Number(/^v?(\d+)\./.exec(version.value)?.[1])
  if (Number.isNaN(major)) return fail('not-the-service', { field: 'address' })
  if (major < oldestMajor) {
    return fail('unsupported', { field: 'address', detail: words.tooOld(version.value) })
  }
  const [login, basic] = await Promise.all([readLoginConfig(wire), readBasicConfig(wire)])
  if (!login.ok) return { ok: false, failure: { ...login.failure, field: 'address' } }
  if (!basic.ok) return { ok: false, failure: { ...basic.failure, field: 'address' } }
  return ok({
    baseUrl,
    name: basic.value.title ?? new URL(baseUrl).host,
    facts: factsOf(version.value, login.value, basic.value, words),
  })
}

/** JSON that is not Cloudreve's, in answer to the very first question, is somebody else's. */
function notAtAddress(failure: Failure): Result<never> {
  const foreign = failure.code === 'unexpected-answer'
  return {
    ok: false,
    failure: foreign
      ? { code: 'not-the-service', field: 'address' }
      : { ...failure, field: 'address' },
  }
}

function factsOf(
  version: string,
  login: LoginConfig,
  basic: BasicConfig,
  words: CloudreveWords,
): FactValue[] {
  const { signUp, login: atLogin, reset } = login.captchaAt
  const asked = [
    ...(signUp ? [words.captchaAt.signUp] : []),
    ...(atLogin ? [words.captchaAt.login] : []),
    ...(reset ? [words.captchaAt.reset] : []),
  ]
  const text = (key: string, value: string): FactValue => ({
    key,
    value: { kind: 'text', text: value },
  })
  return [
    text('version', version),
    text('signUp', login.signUpOpen ? words.signUpOpen : words.signUpClosed),
    text('captcha', words.captchaFact(basic.captchaKind, asked)),
    ...(login.termsUrl === undefined ? [] : [text('terms', login.termsUrl)]),
  ]
}
