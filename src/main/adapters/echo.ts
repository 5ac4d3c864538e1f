/**
 * Keeps secrets out of a service's words. Some services and the gateways in front of them say back what
 * they were sent ("token abc… is not valid"); their words are shown, kept with the account and may be
 * logged, so what was sent is taken out of them first, also encoded or cut.
 */
import { fail, type Result } from '../../shared/failure'
import type { HttpRequest } from './http'

/** What a request held, as far as a service can say it back. */
export type Sent = Pick<HttpRequest, 'bearer' | 'query' | 'body'>

/** What a person may read about themselves; everything else that is sent is taken for a secret. */
const open: ReadonlySet<string> = new Set(['email', 'language', 'user_tag', 'reference_key'])

/** Shorter ones, such as the answer "23" to a captcha, would be taken out of times and numbers. */
const shortest = 4

/** As many characters of a secret in a row are taken out even where the rest of it is missing. */
const telling = 8

/** Nobody reads more of a service's words, and a whole page of them is none. */
const longest = 1_000

/** The result of a call, with nothing in its failure that the call has sent. */
export function withoutEcho<T>(result: Result<T>, sent: Sent): Result<T> {
  if (result.ok) return result
  const secrets = secretsOf(sent)
  const without = (text: string | undefined): string | undefined => text && conceal(text, secrets)
  const { detail, serviceCode, correlationId, ...rest } = result.failure
  return fail(rest.code, {
    ...rest,
    detail: without(detail),
    serviceCode: without(serviceCode),
    correlationId: without(correlationId),
  })
}

function secretsOf({ bearer, query, body }: Sent): readonly string[] {
  const all = [...(bearer === undefined ? [] : [bearer]), ...textsIn(query), ...textsIn(body)]
  return all.filter((text) => text.length >= shortest)
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (open.has(name) ? [] : textsIn(inner)))
}

function conceal(text: string, secrets: readonly string[]): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text
  const plain = lowerCase(shown)
  const hidden = new Set<number>()
  for (const form of secrets.flatMap(formsOf)) {
    const length = Math.min(form.length, telling)
    const runs = new Set(everyRun(form, length))
    for (const [at, run] of everyRun(plain, length).entries()) {
      if (runs.has(run)) for (let over = 0; over < length; over += 1) hidden.add(at + over)
    }
  }
  const marked = Array.from({ length: shown.length }, (_, at) => {
    if (!hidden.has(at)) return shown.charAt(at)
    return hidden.has(at - 1) ? '' : '[hidden]'
  })
  return marked.join('')
}

/** A secret in the ways in which services write down what they got; in lower case. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].map((before) => insideBase64(bytes, before))
  const forms = [
    ...[secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)],
    ...[bytes.toString('hex'), ...base64],
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]
  return forms.map(lowerCase)
}

/** The characters of base64 that these bytes alone decide, where `before` bytes precede them. */
function insideBase64(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
  const decided = Math.floor((whole.length * 8) / 6)
  return whole.toString('base64').slice(Math.ceil((before * 8) / 6), decided)
}

function everyRun(text: string, length: number): readonly string[] {
  const count = Math.max(0, text.length - length + 1)
  return Array.from({ length: count }, (_, at) => text.slice(at, at + length))
}

/** Of ASCII only, so that every character stays at its place. */
function lowerCase(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}
