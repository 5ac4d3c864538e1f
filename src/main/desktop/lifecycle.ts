/** When the program shows itself, when it goes on unseen, and how it ends. */
import { app } from 'electron'
import type { DesktopView } from '../../shared/settings'
import type { Log } from '../log'
import type { Observed } from '../observed'
import type { SettingsStore } from '../settings/settings'
import { goesOnWithoutWindow, isNowhere } from './closing'
import type { FurtherStarts } from './further-starts'
import type { LockScreen } from './lock-screen'
import { firstWindow, furtherWindow, hiddenArgument, type Start } from './starts'

export interface LifecycleOptions {
  readonly windows: Pick<LockScreen, 'anyShown' | 'atWork' | 'open'>
  readonly settings: SettingsStore
  readonly desktop: Observed<DesktopView>
  /** Whether there is an account to log in with. */
  readonly accounts: () => boolean
  readonly furtherStarts: FurtherStarts
}

/** A desktop that is starting may need a while for its tray. Milliseconds. */
const trayLimit = 30_000

export class Lifecycle {
  constructor(private readonly options: LifecycleOptions) {
    app.on('activate', () => options.windows.open('main'))
  }

  /**
   * Opens what the first start is to show, if nothing was opened ahead of the rest of the program, and
   * what further starts have asked for.
   */
  begin(openedAhead: boolean): void {
    const { windows, furtherStarts } = this.options
    const wanted = openedAhead ? 'main' : firstWindow(this.start(firstArguments()))
    if (wanted === undefined) setTimeout(() => this.showIfNowhere(), trayLimit).unref()
    else if (!openedAhead) windows.open(wanted)
    furtherStarts.heardBy((argv) => {
      const further = furtherWindow(this.start(argv), windows.atWork)
      if (further) windows.open(further)
    })
  }

  /** The last window has left the screen. */
  nothingShown(): void {
    if (!this.goesOn) app.quit()
  }

  /** A program that was started unseen, on a desktop that turns out to have no tray, has to be found. */
  private showIfNowhere(): void {
    const { windows, settings, desktop } = this.options
    const nowhere = isNowhere(settings.value.whenClosed, desktop.value.tray)
    if (nowhere && !windows.anyShown) windows.open('main')
  }

  private get goesOn(): boolean {
    const { settings, desktop } = this.options
    return goesOnWithoutWindow(settings.value.whenClosed, desktop.value.tray)
  }

  private start(argv: readonly string[]): Start {
    return { argv, accounts: this.options.accounts() }
  }
}

/** What the first start was told: macOS passes no arguments, but says that it was at login. */
export function firstArguments(): readonly string[] {
  const atLogin = process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
  return atLogin ? [hiddenArgument] : process.argv
}

/**
 * Lets what is under way end before the program does, however often it is told to quit. Gives whether it
 * was told to.
 */
export function quitInOrder(close: () => Promise<void>, log: Log): () => boolean {
  let state: 'running' | 'closing' | 'closed' = 'running'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void close()
      .catch((error: unknown) => log.bug('quit', error, 'quit'))
      .finally(() => {
        state = 'closed'
        app.quit()
      })
  })
  return () => state !== 'running'
}
