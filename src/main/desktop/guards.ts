/**
 * Everything that a page of Latchkey must not do, refused in one place: leaving its page, opening
 * windows, asking for permissions, downloading, embedding, and reaching any network.
 */
import type { App, Session } from 'electron'
import type { Pages } from './page'

/** Refuses for one browser session; it is kept in memory and forgotten at the end. */
export function guardSession(session: Session, pages: Pages): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url, pages) })
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

function mayLoad(url: string, pages: Pages): boolean {
  return url.startsWith('data:') || url.startsWith('devtools:') || isLive(url, pages)
}

/** A page of our own, or in development the socket over which the page is kept up to date. */
function isLive(url: string, pages: Pages): boolean {
  return pages.isOwn(url) || pages.isOwn(url.replace(/^ws/, 'http'))
}
