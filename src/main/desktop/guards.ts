/**
 * Everything that a page of Latchkey must not do, refused in one place: leaving its page, opening
 * windows, asking for permissions, downloading, embedding, and reaching any network.
 */
import type { App, Session } from 'electron'
import type { Pages } from './page'

/**
 * Refuses for one browser session; it is kept in memory and forgotten at the end. Its pages may load
 * `pages`, or without them nothing at all, which is right for the session that no page should be in.
 */
export function guardSession(session: Session, pages?: Pages, development = false): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url, pages, development) })
  })
}

/** Refuses for every page there will ever be. */
export function guardContents(app: App, pages: () => Pages): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', (event) => {
      if (!pages().isOwn(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault()
    })
  })
}

/**
 * Tells whether a session with these pages may load a URL. In `development`, which no packaged build
 * is, that includes developer tools and the socket over which a page is kept up to date.
 */
export function mayLoad(url: string, pages: Pages | undefined, development: boolean): boolean {
  if (pages === undefined) return false
  if (url.startsWith('data:') || pages.isOwn(url)) return true
  if (!development) return false
  return url.startsWith('devtools:') || pages.isOwn(url.replace(/^ws/, 'http'))
}
