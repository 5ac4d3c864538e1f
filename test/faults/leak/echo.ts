/**
 * Services that say back what they were sent: in their own words, in their own fields, encoded or cut,
 * as pages of an error, and in the place of what was expected. Through the whole program without a window.
 */
import type { ServerResponse } from 'node:http'
import { createAuthority } from '../../integration/http/kit/certificates'
import { Findings, type Outcome } from '../fault'
import type { Act, AdapterName, Service } from '../network/acts'
import { sendJson, type Heard } from '../network/hostile'
import { marks } from '../network/marks'
import { World } from '../network/world'
import { Canary, tellHit, type Secret } from './canary'

/** Everything of a request. */
function wholeOf({ request, body }: Heard): string {
  return `${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''} ${body}`
}

/** What services cut from a token to name it by, which is too much of a short one. */
const cutLength = 24

function cut(text: string): string {
  const secrets = Object.values(marks).filter((mark) => text.includes(mark))
  return secrets.map((mark) => `${mark.slice(0, cutLength)}…`).join(' ')
}

/** How a service says something back. */
const sayings: Readonly<Record<string, (whole: string) => string>> = {
  'as it came': (whole) => whole,
  'percent-encoded': encodeURIComponent,
  'in base64': (whole) => Buffer.from(whole).toString('base64'),
  'in hex': (whole) => Buffer.from(whole).toString('hex'),
  'in JSON in JSON': (whole) => JSON.stringify({ request: JSON.stringify(whole) }),
  'in the wrong case': (whole) => whole.toUpperCase(),
  cut,
  // Nothing but the secrets themselves, one beside the other.
  bare: (whole) =>
    Object.values(marks)
      .filter((mark) => whole.includes(mark))
      .join(' '),
}

/** The service's own refusal, with a text in each of its fields. */
const refusals: Readonly<Record<AdapterName, (text: string) => object>> = {
  ipcola: (text) => ({ meta_status: -7, meta_message: text, token: text }),
  ruuvi: (text) => ({ result: 'error', error: text, code: text, sub_code: text }),
  cloudreve: (text) => ({ code: 50001, msg: text, error: text, correlation_id: text, data: text }),
}

/** Answers in which a secret stands where something else is expected, or names a field. */
function misplaced(text: string): readonly object[] {
  return [
    { meta_status: text, code: text, result: text },
    { meta_status: 1, code: 0, result: 'success', token: { [text]: text }, data: { [text]: text } },
    { meta_status: 1, code: 0, result: 'success', token: [text], data: [text], user: text },
    { [text]: text },
  ]
}

interface Echo {
  readonly name: string
  readonly answer: (heard: Heard, response: ServerResponse) => void
}

function json(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content))
}

function echoesOf(adapter: AdapterName): readonly Echo[] {
  const said = Object.entries(sayings).flatMap(([name, say]) =>
    [200, 401, 500].map((status): Echo => ({
      name: `${status} with the request ${name}`,
      answer: (heard, response) => json(response, status, refusals[adapter](say(wholeOf(heard)))),
    })),
  )
  const wrong = Array.from({ length: misplaced('').length }, (_, at): Echo => ({
    name: `the request in the wrong place (${at + 1})`,
    answer: (heard, response) => sendJson(response, misplaced(wholeOf(heard))[at]),
  }))
  const page: Echo = {
    name: '500 with a page of the request',
    answer: (heard, response) =>
      response.writeHead(500, { 'Content-Type': 'text/html' }).end(`<pre>${wholeOf(heard)}</pre>`),
  }
  return [...said, ...wrong, page]
}

/** Every act of a service, answered with every echo. */
export async function echoed(
  service: Service,
  wanted: (echo: number, act: number) => boolean = () => true,
): Promise<Outcome> {
  const findings = new Findings()
  const authority = createAuthority()
  const echoes = echoesOf(service.adapter)
  let tried = 0
  for (const [number, act] of service.acts.entries()) {
    for (const [index, echo] of echoes.entries()) {
      if (!wanted(index, number)) continue
      const world = await World.open({ service, authority })
      try {
        await answerWith(world, act, echo)
        await search(world, service, `${act.name}, ${echo.name}`, findings)
        tried += 1
      } finally {
        await world.close()
      }
    }
  }
  findings.check(tried > 0, 'Nothing was answered')
  return findings.outcome(`${tried} answers that say back what was sent`)
}

async function answerWith(world: World, act: Act, echo: Echo): Promise<void> {
  const send = await world.upTo(act, 'person@mail.example')
  const before = world.hostile.count(act.target)
  await world.hostile.turn({ at: 'request', answer: echo.answer }, act.target)
  await send()
  await world.idle()
  if (world.hostile.count(act.target) === before) throw new Error(`${act.name} was never sent`)
  await world.restart()
}

async function search(
  world: World,
  { adapter }: Service,
  what: string,
  findings: Findings,
): Promise<void> {
  const canary = new Canary()
  const kinds: Readonly<Record<keyof typeof marks, Secret['kind']>> = {
    ...{ password: 'password', vcode: 'code', code: 'code', access: 'access-token' },
    ...{ refresh: 'refresh-token', sign: 'sign', link: 'link-secret', captcha: 'captcha-answer' },
  }
  for (const [name, kind] of Object.entries(kinds)) {
    const text = marks[name as keyof typeof marks]
    for (const form of [text, text.toUpperCase()])
      canary.add({ service: adapter, kind, text: form })
  }
  const hits = [
    ...world.told.flatMap((content) => {
      return canary.search({ kind: 'message or log line', where: content.slice(0, 60), content })
    }),
    ...canary.search({ kind: 'file', where: 'the profile', content: await world.files() }),
  ]
  for (const hit of hits) findings.count({ leaks: 1 }, `${what}: ${tellHit(hit)}`)
}
