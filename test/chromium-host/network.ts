/**
 * Answers every request of every page. Chromium itself is cut off (chromium.ts), so what is not
 * answered here goes nowhere. The order is Electron's: navigation events, then `webRequest`, then
 * the app's own scheme or, if the app lets it, the real network.
 */
import type Electron from 'electron'
import type { Page, Request as PageRequest, Route } from 'playwright-core'
import type { HostWebContents } from './electron/web-contents'
import type { SchemeMap } from './scheme'

/** Which window a page of Chromium belongs to. */
export class PageOwners {
  private readonly owners = new WeakMap<Page, HostWebContents>()

  set(page: Page, owner: HostWebContents): void {
    this.owners.set(page, owner)
  }

  of(page: Page): HostWebContents | undefined {
    return this.owners.get(page)
  }
}

type Asked = Electron.OnBeforeRequestListenerDetails

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
}

const resourceTypes: Readonly<Record<string, Asked['resourceType']>> = {
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  xhr: 'xhr',
  fetch: 'xhr',
  eventsource: 'xhr',
  media: 'media',
  ping: 'ping',
  cspreport: 'cspReport',
}

export class Network {
  private count = 0

  constructor(
    private readonly schemes: SchemeMap,
    private readonly owners: PageOwners,
    private readonly beforeDocument: (owner: HostWebContents, chromiumUrl: string) => Promise<void>,
  ) {}

  /** Handles one request that Chromium paused; never throws. */
  readonly handle = async (route: Route): Promise<void> => {
    try {
      await this.decide(route)
    } catch (error) {
      console.error(`Answering ${this.schemes.toApp(route.request().url())} failed:`, error)
      await route.abort('failed').catch(() => undefined)
    }
  }

  private async decide(route: Route): Promise<void> {
    const request = route.request()
    const isNavigation = request.isNavigationRequest()
    const frame = request.frame()
    const owner = this.owners.of(frame.page())
    if (owner === undefined) return route.abort('blockedbyclient')
    const isTop = frame.parentFrame() === null
    const url = this.schemes.toApp(request.url())
    if (isNavigation && !owner.mayNavigate(url, isTop)) return route.abort('aborted')

    const asked = this.describe(request, owner, url, isTop)
    const { cancel, redirectURL } = await owner.hostSession.webRequest.askBefore(asked)
    if (redirectURL !== undefined) throw new Error('The Chromium host has no webRequest redirects.')
    if (cancel === true) return route.abort('blockedbyclient')

    const answer = await this.fetch(route, owner, url)
    if (answer === undefined) return route.abort('failed')
    const headers = await this.askReceived(owner, asked, answer)
    if (headers === undefined) return route.abort('blockedbyclient')
    if (isNavigation && isTop) await this.beforeDocument(owner, request.url())
    return route.fulfill({ status: answer.status, headers, body: answer.body })
  }

  private describe(
    request: PageRequest,
    owner: HostWebContents,
    url: string,
    isTop: boolean,
  ): Asked {
    const post = request.postDataBuffer()
    const documentType = isTop ? 'mainFrame' : 'subFrame'
    return {
      id: ++this.count,
      url,
      method: request.method(),
      webContentsId: owner.id,
      resourceType:
        request.resourceType() === 'document'
          ? documentType
          : (resourceTypes[request.resourceType()] ?? 'other'),
      referrer: this.schemes.toApp(request.headers()['referer'] ?? ''),
      timestamp: Date.now(),
      uploadData: post === null ? [] : [{ bytes: post }],
    }
  }

  private async fetch(
    route: Route,
    owner: HostWebContents,
    url: string,
  ): Promise<Answer | undefined> {
    const scheme = this.schemes.schemeOf(route.request().url())
    if (scheme === undefined) return /^https?:/.test(url) ? fetchOutside(route) : undefined
    const handler = owner.hostSession.protocol.handlerOf(scheme)
    if (handler === undefined) return undefined
    const request = route.request()
    const body = request.postDataBuffer()
    const headers = Object.entries(await request.allHeaders())
      .filter(([name]) => !name.startsWith(':'))
      .map(([name, value]): [string, string] => [name, this.schemes.toApp(value)])
    const response = await handler(
      new Request(url, { method: request.method(), headers, ...(body === null ? {} : { body }) }),
    )
    const bytes = Buffer.from(await response.arrayBuffer())
    return { status: response.status, headers: response.headers, body: bytes }
  }

  /** The headers that the page gets, in Chromium's terms; undefined if the app cancels. */
  private async askReceived(
    owner: HostWebContents,
    asked: Asked,
    { status, headers }: Answer,
  ): Promise<Record<string, string> | undefined> {
    const received: Record<string, string[]> = {}
    for (const [name, value] of headers) (received[name] ??= []).push(value)
    const statusLine = `HTTP/1.1 ${status}`
    const { cancel, responseHeaders } = await owner.hostSession.webRequest.askReceived({
      ...asked,
      statusLine,
      statusCode: status,
      responseHeaders: received,
    })
    if (cancel === true) return undefined
    return Object.fromEntries(
      Object.entries(responseHeaders ?? received).map(([name, values]) => {
        const value = [values].flat().join(name.toLowerCase() === 'set-cookie' ? '\n' : ', ')
        return [name, this.translate(name.toLowerCase(), value)]
      }),
    )
  }

  private translate(name: string, value: string): string {
    if (name.startsWith('content-security-policy')) return this.schemes.policyToChromium(value)
    if (name === 'location' || name === 'access-control-allow-origin') {
      return this.schemes.toChromium(value).replace(/\/$/, value.endsWith('/') ? '/' : '')
    }
    return value
  }
}

/** Fetches what the app allows; by this process, without Chromium's network and its redirects. */
async function fetchOutside(route: Route): Promise<Answer | undefined> {
  const response = await route.fetch({ maxRedirects: 0 }).catch(() => undefined)
  if (response === undefined) return undefined
  if (response.status() >= 300 && response.status() < 400) {
    console.error(`The Chromium host follows no redirect of ${response.url()}.`)
    return undefined
  }
  const headers = new Headers()
  for (const { name, value } of response.headersArray()) {
    // The body comes decoded and whole.
    if (!/^(content-encoding|content-length|transfer-encoding)$/i.test(name)) {
      headers.append(name, value)
    }
  }
  return { status: response.status(), headers, body: await response.body() }
}
