/**
 * Latchkey's own pages, served from the build over the program's own scheme, with a content security
 * policy that lets a page load its own files and nothing else, and speak to no network at all.
 */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import type { WindowKind } from '../../shared/contract'
import { locales, type Locale } from '../../shared/text/locale'

const scheme = 'latchkey'
const host = 'app'

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const files: Readonly<Record<WindowKind, string>> = {
  main: 'index.html',
  'quick-login': 'quick-login.html',
  settings: 'settings.html',
  unlock: 'unlock.html',
}

export interface Pages {
  /** The address of a window's page; it names the language that the page begins with. */
  address(window: WindowKind, locale: Locale): string
  /** Whether a URL is one of Latchkey's own pages. */
  isOwn(url: string): boolean
}

/** Must run before the program is ready: a standard, secure scheme that no service worker may use. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ])
}

/**
 * Serves the pages of the build in `folder` to a session. In development `devServer` is where
 * electron-vite serves them instead.
 */
export function servePages(session: Session, folder: string, devServer: string | undefined): Pages {
  session.protocol.handle(scheme, (request) => answer(request.url, folder))
  const base = devServer ?? `${scheme}://${host}/`
  const own = new URL(base)
  return {
    address: (window, locale) => new URL(`${files[window]}?lang=${locale}`, base).href,
    isOwn(url) {
      if (!URL.canParse(url)) return false
      const asked = new URL(url)
      return asked.protocol === own.protocol && asked.host === own.host
    },
  }
}

async function answer(url: string, folder: string): Promise<Response> {
  const asked = new URL(url)
  const path = normalize(join(folder, fileOf(asked)))
  const type = contentTypes[extname(path)]
  if (asked.host !== host || !path.startsWith(folder + sep) || type === undefined) {
    return new Response('Not found', { status: 404 })
  }
  try {
    return new Response(await readFile(path), {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    })
  } catch {
    return new Response('Not found', { status: 404 })
  }
}

/** The file that an address names; of a page that names its language the one that asks for its words. */
function fileOf({ pathname, searchParams }: URL): string {
  const locale = locales.find((one) => one === searchParams.get('lang'))
  const file = decodeURIComponent(pathname)
  return locale ? file.replace(/\.html$/, `.${locale}.html`) : file
}
