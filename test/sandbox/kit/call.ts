import type { IncomingMessage } from 'node:http'
import type { Request } from 'openapi-backend'

import { isObject } from './answer'

/** One request as an operation reads it. Absent and ill-typed fields read as the empty string. */
export class Call {
  /** The path's variables, filled once the request is matched with its operation. */
  params: Readonly<Record<string, string>> = {}

  private constructor(
    readonly method: string,
    readonly path: string,
    readonly query: Readonly<Record<string, string>>,
    private readonly headers: Readonly<Record<string, string>>,
    readonly rawBody: string | undefined,
    /** The parsed JSON; undefined where there is no body or it is no JSON. */
    readonly body: unknown,
  ) {}

  static async read(request: IncomingMessage): Promise<Call> {
    const chunks: Buffer[] = []
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    const raw = chunks.length === 0 ? undefined : Buffer.concat(chunks).toString('utf8')
    const url = new URL(request.url ?? '/', 'http://localhost')
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
    return new Call(
      request.method ?? 'GET',
      url.pathname,
      Object.fromEntries(url.searchParams),
      Object.fromEntries(headers) as Record<string, string>,
      raw,
      parsed(raw),
    )
  }

  /** The request in the form that the OpenAPI library takes. */
  get request(): Request {
    const { method, path, query, headers, body } = this
    return { method, path, query, headers, body: isObject(body) ? body : undefined }
  }

  /** A field of the JSON body as it came. */
  field(name: string): unknown {
    return isObject(this.body) ? this.body[name] : undefined
  }

  /** A string field of the JSON body. */
  text(name: string): string {
    const value = this.field(name)
    return typeof value === 'string' ? value : ''
  }

  header(name: string): string | undefined {
    return this.headers[name]
  }

  /** The token of `Authorization: Bearer`, undefined without one. */
  get bearer(): string | undefined {
    return /^Bearer (.+)$/.exec(this.header('authorization') ?? '')?.[1]
  }

  param(name: string): string {
    return this.params[name] ?? ''
  }
}

function parsed(raw: string | undefined): unknown {
  if (raw === undefined) return undefined
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}
