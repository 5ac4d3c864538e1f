import { isObject } from './kit/answer'

/** A plain HTTP client for the sandbox's own tests. */

export interface Sent {
  readonly method?: string
  readonly body?: unknown
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Received {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The parsed JSON, or undefined where the answer is none. */
  readonly json: unknown
}

export async function send(url: string, sent: Sent = {}): Promise<Received> {
  const { method = sent.body === undefined ? 'GET' : 'POST', body, token, headers } = sent
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

/** The value at a path of an answer's JSON, such as `data.token.access_token`. */
export function at({ json }: Received, path: string): unknown {
  let value = json
  for (const key of path.split('.')) value = isObject(value) ? value[key] : undefined
  return value
}

/** Like `at`, for a value that must be a string. */
export function textAt(received: Received, path: string): string {
  const value = at(received, path)
  if (typeof value !== 'string') throw new Error(`No text at ${path} of ${received.text}`)
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
