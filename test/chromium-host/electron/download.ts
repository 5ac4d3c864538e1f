import type Electron from 'electron'
import type { Download } from 'playwright-core'
import type { SchemeMap } from '../scheme'
import { facade } from './facade'

const members = ['getURL', 'getFilename', 'getState', 'cancel'] as const

/** A download that the app is asked about. The host keeps none: whatever the app says, it ends here. */
export class HostDownloadItem implements Pick<Electron.DownloadItem, (typeof members)[number]> {
  private cancelled = false

  constructor(
    private readonly download: Download,
    private readonly schemes: SchemeMap,
  ) {
    facade('DownloadItem', this, members)
  }

  getURL(): string {
    return this.schemes.toApp(this.download.url())
  }

  getFilename(): string {
    return this.download.suggestedFilename()
  }

  getState(): 'progressing' | 'cancelled' {
    return this.cancelled ? 'cancelled' : 'progressing'
  }

  cancel(): void {
    this.cancelled = true
  }

  /** Ends it. Says so if the app wanted it. */
  end(isPrevented: boolean): void {
    if (!this.cancelled && !isPrevented) {
      console.error(`The Chromium host keeps no downloads; ${this.getFilename()} was dropped.`)
    }
    this.cancelled = true
    // It may have ended by itself, or with its page.
    void this.download.cancel().catch(() => undefined)
  }
}
