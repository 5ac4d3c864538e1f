/**
 * How large everything is drawn: the same in all windows, because Chromium keeps one zoom for all pages
 * of an origin, and remembered, because Latchkey's browser session is not.
 */
import type { App, WebContents } from 'electron'
import { nextZoom, type Zoom, type ZoomDirection } from '../../shared/zoom'
import type { SettingsStore } from '../settings/settings'

export interface ZoomOptions {
  readonly app: Pick<App, 'on'>
  readonly settings: Pick<SettingsStore, 'value' | 'change' | 'onChange'>
}

/** Keeps every page as large as is set, and takes Ctrl with the mouse's wheel as a step. */
export function followZoom({ app, settings }: ZoomOptions): void {
  const pages = new Set<WebContents>()
  let drawn: Zoom = settings.value.zoom
  const apply = (page: WebContents): void => {
    page.setZoomFactor(settings.value.zoom / 100)
  }
  app.on('web-contents-created', (_event, page) => {
    pages.add(page)
    page.on('destroyed', () => pages.delete(page))
    page.on('did-finish-load', () => apply(page))
    // Electron only tells of the wheel; the zoom is left to the program.
    page.on('zoom-changed', (_wheel, direction: ZoomDirection) => {
      const { zoom } = settings.value
      const next = nextZoom(zoom, direction)
      if (next !== zoom) void settings.change({ zoom: next })
    })
  })
  settings.onChange(() => {
    if (settings.value.zoom === drawn) return
    drawn = settings.value.zoom
    pages.forEach(apply)
  })
}
