/**
 * Newer versions of the program. Off unless whoever packed it has set a feed: without one nothing is
 * asked, and the part that could ask is not even loaded. What is fetched takes over when the person
 * next quits; Latchkey never restarts by itself, and never runs what is not signed by its publisher.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AppUpdater } from 'electron-updater'
import type { DesktopView } from '../../shared/settings'
import type { UpdatesView } from '../../shared/updates'
import type { Log } from '../log'
import type { Observed } from '../observed'

/** What of electron-updater is used. */
export type Updater = Pick<
  AppUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'autoRunAppAfterInstall'
  | 'allowDowngrade'
  | 'allowPrerelease'
  | 'disableWebInstaller'
  | 'logger'
  | 'on'
  | 'checkForUpdates'
>

export interface UpdatesOptions {
  readonly platform: 'linux' | 'mac' | 'windows'
  readonly hasFeed: boolean
  readonly load: () => Promise<Updater>
  readonly desktop: Observed<DesktopView>
  readonly log: Log
}

const firstLookMs = 60_000
const nextLookMs = 24 * 60 * 60_000

/** Whether this very package was made with a feed: the packer leaves a file beside the archive then. */
export function hasUpdateFeed(packaged: boolean, resources: string): boolean {
  return packaged && existsSync(join(resources, 'app-update.yml'))
}

/** The real thing; a chunk of its own that is read only now. */
export async function loadUpdater(): Promise<Updater> {
  const { autoUpdater } = await import('electron-updater')
  return autoUpdater
}

export class Updates {
  private loading: Promise<Updater> | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly options: UpdatesOptions) {
    if (options.hasFeed) this.tell({ kind: 'idle' })
  }

  /** Looks for a newer version a while after the start, and each day. */
  begin(): void {
    if (this.options.hasFeed) this.lookIn(firstLookMs)
  }

  end(): void {
    clearTimeout(this.timer)
  }

  /** Looks for a newer version now, unless one is on its way or here. */
  async check(): Promise<void> {
    const { hasFeed, desktop, log } = this.options
    const kind = desktop.value.updates?.kind
    if (!hasFeed || kind === 'checking' || kind === 'fetching' || kind === 'ready') return
    this.tell({ kind: 'checking' })
    try {
      this.loading ??= this.open()
      const found = await (await this.loading).checkForUpdates()
      // Nothing was asked then, and no event tells of it.
      if (found === null) this.tell({ kind: 'cannot' })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.info(`updates: ${reason}`)
      this.tell({ kind: 'failed', reason: reason.slice(0, 500) })
    }
  }

  private lookIn(milliseconds: number): void {
    this.timer = setTimeout(() => {
      void this.check()
      this.lookIn(nextLookMs)
    }, milliseconds).unref()
  }

  private async open(): Promise<Updater> {
    const updater = await this.options.load()
    // Linux packages bear no signature that could be checked, so there a newer version is only told of.
    const fetches = this.options.platform !== 'linux'
    updater.logger = null
    updater.autoDownload = fetches
    updater.autoInstallOnAppQuit = fetches
    updater.autoRunAppAfterInstall = false
    updater.allowPrerelease = false
    updater.allowDowngrade = false
    updater.disableWebInstaller = true
    updater.on('update-not-available', () => this.tell({ kind: 'up-to-date' }))
    updater.on('update-available', ({ version }) =>
      this.tell({ kind: fetches ? 'fetching' : 'available', version }),
    )
    updater.on('update-downloaded', ({ version }) => this.tell({ kind: 'ready', version }))
    updater.on('error', ({ message }) => {
      this.options.log.info(`updates: ${message}`)
      this.tell({ kind: 'failed', reason: message.slice(0, 500) })
    })
    return updater
  }

  private tell(updates: UpdatesView): void {
    const { desktop } = this.options
    desktop.set({ ...desktop.value, updates })
  }
}
