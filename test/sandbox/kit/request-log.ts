import type { IncomingHttpHeaders } from 'node:http'

import type { ServiceName } from './names'
import { Waiting } from './waiting'

/** One request that a service received. Changes in place once: when it is answered or dropped. */
export interface LoggedRequest {
  readonly service: ServiceName
  /** The operation of the service's OpenAPI document; absent for any other path. */
  readonly operation: string | undefined
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: IncomingHttpHeaders
  /** The parsed JSON, the text where it is no JSON, or undefined where there is none. */
  readonly body: unknown
  /** Milliseconds since the epoch, by the sandbox's clock. */
  readonly at: number
  /** The HTTP status that was sent; undefined while unanswered and for a dropped connection. */
  status: number | undefined
  state: 'open' | 'answered' | 'dropped'
}

export interface RequestLog {
  list(service?: ServiceName): readonly LoggedRequest[]
  /** Forgets what was received. Waits go on. */
  clear(): void
  /**
   * Resolves with the first request that matches: one already in the log, else one to come. It is asked
   * when a request arrives and again when it is answered or dropped.
   */
  waitFor(matches: (request: LoggedRequest) => boolean): Promise<LoggedRequest>
}

export class RequestLogBook implements RequestLog {
  private requests: LoggedRequest[] = []
  private readonly waiting = new Waiting<LoggedRequest>()

  list(service?: ServiceName): readonly LoggedRequest[] {
    return this.requests.filter((request) => service === undefined || request.service === service)
  }

  clear(): void {
    this.requests = []
  }

  async waitFor(matches: (request: LoggedRequest) => boolean): Promise<LoggedRequest> {
    return this.requests.find(matches) ?? (await this.waiting.next(matches))
  }

  arrived(request: LoggedRequest): void {
    this.requests.push(request)
    this.waiting.report(request)
  }

  finished(request: LoggedRequest, status: number | undefined): void {
    request.status = status
    request.state = status === undefined ? 'dropped' : 'answered'
    this.waiting.report(request)
  }
}
