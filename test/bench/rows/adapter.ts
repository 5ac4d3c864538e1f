/** A login at the sandbox, against the same requests sent by Node's own client. */
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { cloudreve } from '../../../src/main/adapters/cloudreve'
import {
  createHttpClient,
  type HttpClient,
  type HttpRequest,
} from '../../../src/main/adapters/http'
import type { Surroundings } from '../../../src/main/adapters/walk'
import { serverId } from '../../../src/shared/account'
import type { Result } from '../../../src/shared/failure'
import { inTurn, timed, type Bench } from '../row'
import type { SandboxServiceData } from '../sandbox-service'

const runs = 60
const person: SandboxServiceData = { email: 'person@example.org', password: 'correct horse 1' }

export const adapter: Bench = {
  name: 'adapter',
  budget: 1.3,
  what: 'a login at Cloudreve’s sandbox, from its first step to the token; the baseline is the same requests by node:http with keep-alive',
  async measure() {
    const service = new Worker(join(import.meta.dirname, 'bench-sandbox-service.mjs'), {
      workerData: person,
    })
    const [baseUrl] = (await once(service, 'message')) as [string]
    const agent = new Agent({ keepAlive: true })
    try {
      const { client, sent } = recording(createHttpClient({ userAgent: 'Latchkey/bench' }))
      await logIn(baseUrl, client)
      const requests = [...sent]
      const plain = createHttpClient({ userAgent: 'Latchkey/bench' })
      await logIn(baseUrl, plain)
      await replay(requests, agent)
      return await inTurn(
        runs,
        () => timed(() => logIn(baseUrl, plain)),
        () => timed(() => replay(requests, agent)),
      )
    } finally {
      agent.destroy()
      await service.terminate()
    }
  },
}

async function logIn(baseUrl: string, http: HttpClient): Promise<void> {
  const id = serverId.parse(`cloudreve+${baseUrl}`)
  const surroundings: Surroundings = {
    http,
    server: {
      ...{ id, baseUrl, adapter: cloudreve.id, name: 'Sandbox', kind: 'sandbox' },
      ...{ facts: [], settings: {} },
    },
    locale: 'en',
    now: Date.now,
    signal: new AbortController().signal,
  }
  const first = value(await cloudreve.begin('login', { email: person.email }, surroundings))
  const walk = value(await first.enter(surroundings))
  const prepared = value(walk.prepare({ password: person.password }, surroundings))
  const end = await walk.submit(prepared, surroundings)
  if (end.kind !== 'signed-in') throw new Error(`The login ended as ${JSON.stringify(end)}`)
}

function recording(client: HttpClient): { client: HttpClient; sent: HttpRequest[] } {
  const sent: HttpRequest[] = []
  return {
    sent,
    client: {
      send: (one) => {
        sent.push(one)
        return client.send(one)
      },
    },
  }
}

async function replay(requests: readonly HttpRequest[], agent: Agent): Promise<void> {
  for (const one of requests) await sendPlainly(one, agent)
}

/** The least that one request costs: send, wait for the answer's last byte, parse it. */
function sendPlainly(
  { method, url, query, body, bearer }: HttpRequest,
  agent: Agent,
): Promise<unknown> {
  const target = new URL(url)
  for (const [name, one] of Object.entries(query ?? {})) target.searchParams.set(name, one)
  const content = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sending = request(target, { agent, method, headers: headers(content, bearer) })
    sending.on('error', reject)
    sending.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')))
      })
    })
    sending.end(content)
  })
}

function headers(content: string | undefined, bearer: string | undefined): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
  }
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
