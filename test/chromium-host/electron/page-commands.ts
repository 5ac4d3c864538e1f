import { EventEmitter } from 'node:events'
import type { HostPage } from '../page/host-page'
import type { HostClipboard } from './clipboard'

/** What a WebContents does to its page without loading another one: editing and zoom. */
export abstract class PageCommands extends EventEmitter {
  private zoom = 0

  constructor(private readonly clipboard: HostClipboard) {
    super()
  }

  /** The page, once Chromium has it. */
  abstract get page(): Promise<HostPage>

  /** Reports what went wrong with a page that is still wanted. */
  protected abstract readonly reportUnlessGone: (error: unknown) => void

  private command(name: string): void {
    void this.page
      .then((page) => page.evaluate(`document.execCommand(${JSON.stringify(name)})`))
      .catch(this.reportUnlessGone)
  }

  selectAll(): void {
    this.command('selectAll')
  }

  undo(): void {
    this.command('undo')
  }

  redo(): void {
    this.command('redo')
  }

  delete(): void {
    this.command('delete')
  }

  /** Puts the selected text on the host's clipboard, which is not Chromium's. */
  copy(): void {
    void this.copySelection().catch(this.reportUnlessGone)
  }

  cut(): void {
    void this.copySelection()
      .then(() => {
        this.delete()
      })
      .catch(this.reportUnlessGone)
  }

  paste(): void {
    void Promise.all([this.page, this.clipboard.readText()])
      .then(([page, text]) => page.insertText(text))
      .catch(this.reportUnlessGone)
  }

  async insertText(text: string): Promise<void> {
    await (await this.page).insertText(text)
  }

  private async copySelection(): Promise<void> {
    const text = await (
      await this.page
    ).evaluate(`(() => {
      const field = document.activeElement
      return field && typeof field.selectionStart === 'number' && field.type !== 'password'
        ? field.value.slice(field.selectionStart, field.selectionEnd)
        : String(getSelection())
    })()`)
    if (typeof text === 'string' && text !== '') await this.clipboard.writeText(text)
  }

  get zoomLevel(): number {
    return this.zoom
  }

  set zoomLevel(level: number) {
    this.zoom = level
    this.applyZoom()
  }

  /** Electron's levels: each is 20 % more than the one below, and 0 is the page as it is. */
  get zoomFactor(): number {
    return 1.2 ** this.zoom
  }

  set zoomFactor(factor: number) {
    this.zoomLevel = Math.log(factor) / Math.log(1.2)
  }

  getZoomLevel(): number {
    return this.zoom
  }

  setZoomLevel(level: number): void {
    this.zoomLevel = level
  }

  getZoomFactor(): number {
    return this.zoomFactor
  }

  setZoomFactor(factor: number): void {
    this.zoomFactor = factor
  }

  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve()
  }

  setIgnoreMenuShortcuts(): void {
    // Menus have no shortcuts here.
  }

  private applyZoom(): void {
    void this.page
      .then((page) => page.evaluate(`document.documentElement.style.zoom = ${this.zoomFactor}`))
      .catch(this.reportUnlessGone)
  }

  /** Zooms a page that was loaded anew. */
  protected restoreZoom(): void {
    if (this.zoom !== 0) this.applyZoom()
  }
}
