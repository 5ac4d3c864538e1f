import type Electron from 'electron'
import { facade } from './facade'

const members = ['onBeforeRequest', 'onHeadersReceived'] as const
type Shape = Pick<Electron.WebRequest, (typeof members)[number]>

type Listener<D, R> = (details: D, callback: (response: R) => void) => void
type Filter = Electron.WebRequestFilter

interface Rule<D, R> {
  readonly listener: Listener<D, R>
  readonly matches: (url: string, resourceType: string) => boolean
}

/** Asks the app about each request of a page; as in Electron, the last listener set is the one. */
export class HostWebRequest implements Shape {
  private before: Rule<Electron.OnBeforeRequestListenerDetails, Electron.CallbackResponse> | null =
    null
  private received: Rule<
    Electron.OnHeadersReceivedListenerDetails,
    Electron.HeadersReceivedResponse
  > | null = null

  constructor() {
    facade('session.webRequest', this, members)
  }

  onBeforeRequest(
    ...args:
      | [Listener<Electron.OnBeforeRequestListenerDetails, Electron.CallbackResponse> | null]
      | [
          Filter,
          Listener<Electron.OnBeforeRequestListenerDetails, Electron.CallbackResponse> | null,
        ]
  ): void {
    this.before = rule(args)
  }

  onHeadersReceived(
    ...args:
      | [
          Listener<
            Electron.OnHeadersReceivedListenerDetails,
            Electron.HeadersReceivedResponse
          > | null,
        ]
      | [
          Filter,
          Listener<
            Electron.OnHeadersReceivedListenerDetails,
            Electron.HeadersReceivedResponse
          > | null,
        ]
  ): void {
    this.received = rule(args)
  }

  /** What the app says of a request before it is made; without a listener everything may pass. */
  askBefore(details: Electron.OnBeforeRequestListenerDetails): Promise<Electron.CallbackResponse> {
    return ask(this.before, details, {})
  }

  askReceived(
    details: Electron.OnHeadersReceivedListenerDetails,
  ): Promise<Electron.HeadersReceivedResponse> {
    return ask(this.received, details, {})
  }
}

function rule<D, R>(
  args: [Listener<D, R> | null] | [Filter, Listener<D, R> | null],
): Rule<D, R> | null {
  const [filter, listener] = args.length === 2 ? args : [undefined, args[0]]
  if (listener === null) return null
  return { listener, matches: (url, type) => filter === undefined || passes(filter, url, type) }
}

function ask<D extends { readonly url: string; readonly resourceType: string }, R>(
  known: Rule<D, R> | null,
  details: D,
  otherwise: R,
): Promise<R> {
  if (known?.matches(details.url, details.resourceType) !== true) return Promise.resolve(otherwise)
  return new Promise((resolve) => known.listener(details, resolve))
}

function passes(filter: Filter, url: string, resourceType: string): boolean {
  const { urls, excludeUrls = [], types } = filter
  if (types !== undefined && !types.some((type) => type === resourceType)) return false
  return urls.some((pattern) => covers(pattern, url)) && !excludeUrls.some((p) => covers(p, url))
}

/** Match patterns as Electron documents them: `<all_urls>`, `https://*.example.com/*`, `*` for http and https. */
export function covers(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true
  const parts = /^(\*|[a-z][a-z0-9+.-]*):\/\/([^/]*)(\/.*)?$/i.exec(pattern)
  if (parts === null) return false
  const [, scheme = '', host = '', path = '/*'] = parts
  const wanted = new URL(url)
  const schemeFits =
    scheme === '*' ? /^(https?|wss?):$/.test(wanted.protocol) : wanted.protocol === `${scheme}:`
  const hostFits = host.startsWith('*.')
    ? wanted.hostname === host.slice(2) || wanted.hostname.endsWith(host.slice(1))
    : host === '*' || wanted.host === host || wanted.hostname === host
  const pathFits = new RegExp(
    `^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`,
  ).test(wanted.pathname + wanted.search || '/')
  return schemeFits && hostFits && pathFits
}
