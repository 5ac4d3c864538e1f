import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/failure'
import type { HttpClient, HttpRequest } from '../adapters/http'
import { createLog } from '../log'
import { logRequests, plainAddress } from './request-log'

const request: HttpRequest = {
  method: 'POST',
  url: 'https://cloud.example.org/api/v4/user/kYe3/activate',
  query: { sign: 'swordfish', email: 'anna@example.org' },
  body: { password: 'swordfish' },
  bearer: 'swordfish',
  effect: 'once',
  signal: new AbortController().signal,
}

async function logged(answer: Awaited<ReturnType<HttpClient['send']>>): Promise<string> {
  const lines: string[] = []
  let now = 0
  const log = createLog((line) => lines.push(line))
  const client = { send: () => Promise.resolve(answer) }
  const root = {
    ...client,
    allowing: () => client,
    look: () => Promise.resolve(fail('unsupported')),
  }
  const http = logRequests(root, log, () => (now += 25)).allowing(() => undefined)
  expect(await http.send(request)).toBe(answer)
  return lines.join('\n')
}

describe('the log of requests', () => {
  it('tells where a request went and how it ended, and nothing of it', async () => {
    const line = await logged(ok({ status: 203, json: { token: 'swordfish' } }))
    expect(line).toMatch(
      / info POST cloud\.example\.org\/api\/v4\/user\/…\/activate 203 after 25 ms$/,
    )
  })

  it('tells by which code it failed', async () => {
    const line = await logged(fail('service-error', { detail: 'anna@example.org: swordfish' }))
    expect(line).toMatch(/ failed with service-error after 25 ms$/)
  })

  it.each([
    ['http://127.0.0.1:4123/api/user/info', '127.0.0.1:4123/api/user/info'],
    ['https://u:p@x.org/a?b=c#d', 'x.org/…'],
    ['https://x.org', 'x.org/'],
    ['nonsense', 'an address that is none'],
  ])('writes %s as %s', (url, plain) => {
    expect(plainAddress(url)).toBe(plain)
  })
})
