import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'

import type { IpcolaControls } from '../ipcola/controls'
import { isObject } from '../kit/answer'
import { Call } from '../kit/call'
import { close, listen } from '../kit/listen'
import type { MailboxStore } from './mailbox'
import { mailboxPage } from './page'
import type { SiteControls } from './site-switches'
import { siteSwitches, turn, turnSecondFactor } from './site-switches'

/** What the mailbox page shows and does. All of it is the sandbox's side door, no service's API. */
export interface MailboxDesk {
  readonly mailbox: MailboxStore
  readonly ipcola: Pick<IpcolaControls, 'requestVcode'>
  readonly cloudreve: SiteControls
}

/**
 * Serves the mailbox on 127.0.0.1: `GET /` the page, `GET /api/messages?to=` the mails (newest last),
 * `DELETE /api/messages`, `POST /api/ipcola/vcode {email}` what a person does on IPCola's own site,
 * `GET /api/authenticator` the current second-factor codes, `GET /api/cloudreve` what the site's admin
 * may switch, `PATCH /api/cloudreve/settings {name, on}`, `PATCH /api/cloudreve/second-factor {email, on}`.
 */
export async function serveMailbox(
  desk: MailboxDesk,
  port = 0,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(desk, request, response).catch(() => response.destroy())
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
    case 'GET /api/cloudreve':
      return json(response, 200, siteSwitches(cloudreve))
    case 'PATCH /api/cloudreve/settings':
      return done(response, turn(cloudreve, call.text('name'), call.field('on')))
    case 'PATCH /api/cloudreve/second-factor':
      return done(response, turnSecondFactor(cloudreve, call.text('email'), call.field('on')))
    default:
      return json(response, 404, { error: 'There is nothing here.' })
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function done(response: ServerResponse, good: boolean): void {
  if (good) json(response, 200, {})
  else json(response, 400, { error: 'There is nothing to switch by that name.' })
}

function page(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'",
  })
  response.end(mailboxPage)
}
