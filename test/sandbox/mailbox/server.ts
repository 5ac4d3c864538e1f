import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'

import type { CloudreveControls } from '../cloudreve/controls'
import type { IpcolaControls } from '../ipcola/controls'
import { isObject } from '../kit/answer'
import { Call } from '../kit/call'
import { close, listen } from '../kit/listen'
import type { MailboxStore } from './mailbox'
import { mailboxPage } from './page'

/** What the mailbox page shows and does. All of it is the sandbox's side door, no service's API. */
export interface MailboxDesk {
  readonly mailbox: MailboxStore
  readonly ipcola: Pick<IpcolaControls, 'requestVcode'>
  readonly cloudreve: Pick<CloudreveControls, 'authenticator'>
}

/**
 * Serves the mailbox on 127.0.0.1: `GET /` the page, `GET /api/messages?to=` the mails (newest last),
 * `DELETE /api/messages`, `POST /api/ipcola/vcode {email}` what a person does on IPCola's own site,
 * `GET /api/authenticator` the current second-factor codes.
 */
export async function serveMailbox(
  desk: MailboxDesk,
  port = 0,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(desk, request, response)
  })
  const url = await listen(server, port)
  return { url, close: () => close(server) }
}

async function answer(
  { mailbox, ipcola, cloudreve }: MailboxDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const call = await Call.read(request)
  switch (`${call.method} ${call.path}`) {
    case 'GET /':
      return page(response)
    case 'GET /api/messages':
      return json(response, 200, { messages: mailbox.messages(call.query['to']) })
    case 'DELETE /api/messages':
      mailbox.clear()
      return json(response, 200, { messages: [] })
    case 'GET /api/authenticator':
      return json(response, 200, { codes: cloudreve.authenticator() })
    case 'POST /api/ipcola/vcode': {
      const email = isObject(call.body) ? call.text('email').trim() : ''
      if (!/^\S+@\S+$/.test(email))
        return json(response, 400, { error: 'Enter an e-mail address.' })
      ipcola.requestVcode(email)
      return json(response, 200, { sentTo: email })
    }
    default:
      return json(response, 404, { error: 'There is nothing here.' })
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function page(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'",
  })
  response.end(mailboxPage)
}
