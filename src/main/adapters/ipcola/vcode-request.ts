/**
 * The request for a vcode, as a person who knows it may enter it in a server's settings. IPCola
 * documents that it exists and nothing else about it, so it is off until a path is entered.
 */
import { z } from 'zod'
import type { Server, ServerSetting } from '../adapter'
import type { HttpRequest } from '../http'
import type { IpcolaWords } from './text/en'

/** Where the address goes in a path or a body. */
const mark = '{email}'

export type VcodeRequest = Pick<HttpRequest, 'method' | 'url' | 'query' | 'body'>

/** Gives the request for an address, or undefined while the settings do not hold a whole one. */
export function vcodeRequest(server: Server, email: string): VcodeRequest | undefined {
  const { vcodeMethod, vcodePath = '', vcodeBody = '' } = server.settings
  const method = vcodeMethod === 'GET' ? 'GET' : 'POST'
  const template = method === 'POST' ? vcodeBody : ''
  if (vcodePath === '' || !(vcodePath + template).includes(mark)) return undefined
  const url = sameOriginUrl(vcodePath.replaceAll(mark, encodeURIComponent(email)), server.baseUrl)
  const body = template === '' ? undefined : parsed(template)
  if (!url || (template !== '' && body === undefined)) return undefined
  return {
    method,
    url: `${url.origin}${url.pathname}`,
    query: Object.fromEntries(url.searchParams),
    ...(body === undefined ? {} : { body: filledIn(body, email) }),
  }
}

/** The settings that hold the request; all are '' at first, which means off. */
export const vcodeSettings: readonly ServerSetting<IpcolaWords>[] = [
  {
    name: 'vcodeMethod',
    look: ({ settings }) => ({
      ...settings.vcodeMethod,
      options: [
        { value: 'POST', label: 'POST' },
        { value: 'GET', label: 'GET' },
      ],
    }),
    problem: (value, { settings }) =>
      ['', 'POST', 'GET'].includes(value) ? undefined : settings.notAMethod,
  },
  {
    name: 'vcodePath',
    look: ({ settings }) => settings.vcodePath,
    problem: (value, { settings }) =>
      value === '' || sameOriginUrl(value, 'https://server.invalid')
        ? undefined
        : settings.notAPath,
  },
  {
    name: 'vcodeBody',
    look: ({ settings }) => settings.vcodeBody,
    problem(value, { settings }) {
      if (value === '') return undefined
      const body = parsed(value)
      if (body === undefined) return settings.notJson
      return JSON.stringify(filledIn(body, '')) === JSON.stringify(body)
        ? settings.noMark
        : undefined
    },
  },
]

/** The URL of a path at a server, or undefined if the path would lead anywhere else. */
function sameOriginUrl(path: string, baseUrl: string): URL | undefined {
  if (!/^\/[^\s#]*$/u.test(path) || !URL.canParse(path, baseUrl)) return undefined
  const url = new URL(path, baseUrl)
  return url.origin === new URL(baseUrl).origin ? url : undefined
}

const jsonBody = z.lazy(() => z.record(z.string(), z.json()))
type JsonBody = z.infer<typeof jsonBody>

function parsed(template: string): JsonBody | undefined {
  try {
    return jsonBody.safeParse(JSON.parse(template)).data
  } catch {
    return undefined
  }
}

/** Puts the address into the parsed body, so that no character of it can break the JSON. */
function filledIn(body: JsonBody, email: string): JsonBody {
  const fill = (part: JsonBody[string]): JsonBody[string] => {
    if (typeof part === 'string') return part.replaceAll(mark, () => email)
    if (Array.isArray(part)) return part.map(fill)
    if (part !== null && typeof part === 'object') return filledIn(part, email)
    return part
  }
  return Object.fromEntries(Object.entries(body).map(([key, part]) => [key, fill(part)]))
}
