/** Turns what people type for a site into its origin. The service drops any path of its own. */
import { fail, ok, type Result } from '../../../shared/failure'
import { isLoopback } from '../loopback'

/** Why an address cannot be used; the adapter's words say it. */
export type AddressProblem = 'not-an-address' | 'holds-a-login'

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

/**
 * Gives the origin, such as `https://cloud.example.com` or `http://localhost:5212`. Without a scheme
 * it is https, and http for this computer itself. Where plain http may go is not decided here but for
 * each connection (`http-plain`), because only that knows where a name leads. Fails with `invalid-input` for the field `address`;
 * `words` tell why.
 */
export function originOf(
  typed: string,
  words: Readonly<Record<AddressProblem, string>>,
): Result<string> {
  const refuse = (problem: AddressProblem) =>
    fail('invalid-input', { field: 'address', detail: words[problem] })
  const text = typed.trim().replace(/^[<"']+|[>"']+$/g, '')
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') {
    return refuse('not-an-address')
  }
  const bare = text.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '')
  const url = parsed(`${scheme ?? 'https'}://${bare}`)
  if (!url || url.hostname === '' || /[\s\\]/.test(bare)) return refuse('not-an-address')
  if (url.username !== '' || url.password !== '') return refuse('holds-a-login')
  if (isLoopback(url.hostname)) return ok(scheme === undefined ? `http://${url.host}` : url.origin)
  return ok(url.origin)
}
