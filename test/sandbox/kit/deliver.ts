import type { ServerResponse } from 'node:http'

import type { Answer } from './answer'
import { edited, html, json, without, withValue } from './answer'
import type { Fault } from './faults'

/** Resolves with the status that was sent, or undefined where the connection was dropped. */
export type Delivery = Promise<number | undefined>

/** What a delivery needs: the connection, the operation itself, and where the token is in an answer. */
export interface Delivering {
  readonly response: ServerResponse
  /** Lets the operation take effect and gives its answer. */
  readonly perform: () => Answer
  /** The paths at which this service's answers hold a token. */
  readonly tokenFields: readonly string[]
}

const errorPage = (status: number) =>
  html(`<!doctype html><title>${status}</title><h1>${status}</h1><p>nginx</p>`, status)

const portalPage = html(
  '<!doctype html><title>Welcome</title><form><h1>Wi-Fi</h1><button>Connect</button></form>',
)

/** Sends the answer as the fault has it; without a fault, as it is. */
export async function deliver(fault: Fault | undefined, to: Delivering): Delivery {
  const { response, perform, tokenFields } = to
  if (fault === undefined) return send(response, perform())
  switch (fault.kind) {
    case 'answer': {
      if (fault.perform === true) perform()
      const { status = 200, body, headers = {} } = fault
      return send(response, { status, body, headers })
    }
    case 'status':
      if (fault.perform === true) perform()
      return send(response, errorPage(fault.status))
    case 'captive-portal':
      return send(response, portalPage)
    case 'no-envelope':
      return send(response, json({ message: 'Internal server error' }, fault.status ?? 200))
    case 'throttled':
      return send(response, throttled(fault.retryAfter))
    case 'redirect':
      return send(response, {
        status: fault.status ?? 302,
        body: '',
        headers: { location: fault.to },
      })
    case 'reset-before':
      return reset(response)
    case 'reset-after':
      perform()
      return reset(response)
    case 'stall':
      if (fault.perform === true) perform()
      return closed(response)
    case 'delay': {
      const early = fault.hold === 'request' ? undefined : perform()
      await fault.until
      return send(response, early ?? perform())
    }
    case 'cut':
      return cut(response, perform())
    case 'oversized': {
      const answer = perform()
      const body = `${payload(answer)}${' '.repeat(fault.bytes)}`
      return send(response, { ...answer, body, headers: contentType(answer) })
    }
    case 'wrong-type':
      return send(
        response,
        change(perform(), (body) => withValue(body, fault.field, fault.value)),
      )
    case 'missing-field':
      return send(
        response,
        change(perform(), (body) => without(body, fault.field)),
      )
    case 'missing-token':
      return send(
        response,
        change(perform(), (body) => tokenFields.reduce(without, body)),
      )
    case 'empty-token':
      return send(
        response,
        change(perform(), (body) => tokenFields.reduce(emptied, body)),
      )
  }
}

function emptied(body: unknown, path: string): unknown {
  return edited(body, path, (holder, key) => {
    if (key in holder) holder[key] = ''
  })
}

function change(answer: Answer, edit: (body: unknown) => unknown): Answer {
  return { ...answer, body: edit(answer.body) }
}

function throttled(retryAfter: number | Date | undefined): Answer {
  const answer = errorPage(429)
  if (retryAfter === undefined) return answer
  const value = typeof retryAfter === 'number' ? String(retryAfter) : retryAfter.toUTCString()
  return { ...answer, headers: { ...answer.headers, 'retry-after': value } }
}

function payload(answer: Answer): string {
  return typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
}

function contentType(answer: Answer): Record<string, string> {
  const json = typeof answer.body === 'string' ? {} : { 'content-type': 'application/json' }
  return { ...json, ...answer.headers }
}

async function send(response: ServerResponse, answer: Answer): Delivery {
  const body = Buffer.from(payload(answer))
  // A client that went away while its answer was held back gets none.
  if (response.destroyed) return undefined
  response.writeHead(answer.status, { ...contentType(answer), 'content-length': body.length })
  response.end(body)
  await closed(response)
  return response.writableFinished ? answer.status : undefined
}

async function cut(response: ServerResponse, answer: Answer): Delivery {
  const body = Buffer.from(payload(answer))
  if (response.destroyed) return undefined
  response.writeHead(answer.status, { ...contentType(answer), 'content-length': body.length })
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => {
    response.destroy()
  })
  return closed(response)
}

function reset(response: ServerResponse): Delivery {
  const gone = closed(response)
  response.socket?.resetAndDestroy()
  return gone
}

/** Resolves with undefined once the answer is out or the connection is gone. */
function closed(response: ServerResponse): Promise<undefined> {
  return new Promise((resolve) => {
    if (response.closed) resolve(undefined)
    else
      response.once('close', () => {
        resolve(undefined)
      })
  })
}
