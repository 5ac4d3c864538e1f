/**
 * What the person has set and the desktop has to do: the shortcut, starting at login. Beside it what the
 * desktop says of itself: whether it shows a tray.
 */
import { homedir } from 'node:os'
import { app, globalShortcut } from 'electron'
import type { DesktopView } from '../../shared/settings'
import type { Log } from '../log'
import type { Observed } from '../observed'
import type { SettingsStore } from '../settings/settings'
import { ownCommand, type RunningProgram } from './own-program'
import { quickLoginCommand, scriptCommand } from './script-command'
import { QuickLoginShortcut } from './shortcut'
import {
  autostartFile,
  followStartAtLogin,
  systemLoginItem,
  type LoginItem,
} from './start-at-login'
import { isWayland } from './wayland'

export interface WishesOptions {
  readonly settings: SettingsStore
  readonly desktop: Observed<DesktopView>
  readonly log: Log
  readonly platform: 'linux' | 'mac' | 'windows'
  readonly running: RunningProgram
  readonly openQuickLogin: () => void
}

/** What is known of the desktop before it is asked. macOS and Windows always show a tray. */
export function desktopAtFirst({
  platform,
  running,
  canStartAtLogin,
}: Pick<WishesOptions, 'platform' | 'running'> &
  Pick<DesktopView, 'canStartAtLogin'>): DesktopView {
  return {
    tray: platform === 'linux' ? 'unknown' : 'there',
    canStartAtLogin,
    scriptCommand: scriptCommand(running, platform === 'windows'),
    // The portal that passes keys on has not answered yet when Electron says that it has them.
    ...(isWayland(platform, running.env) ? { quickLoginCommand: quickLoginCommand(running) } : {}),
  }
}

/** Does what is set, and what is set later. Gives the shortcut, which whoever records one suspends. */
export function followWishes(options: WishesOptions): QuickLoginShortcut {
  const { settings, desktop, log, openQuickLogin } = options
  const shortcut = new QuickLoginShortcut(globalShortcut, openQuickLogin)
  let current = ''
  const take = (): void => {
    const { quickLoginShortcut } = settings.value
    // A shortcut that was taken is tried again when the person enters it again.
    if (quickLoginShortcut === current) return
    current = quickLoginShortcut
    const shortcutProblem = shortcut.set(quickLoginShortcut)
    if (shortcutProblem !== desktop.value.shortcutProblem) {
      desktop.set({ ...desktop.value, shortcutProblem })
    }
  }
  take()
  settings.onChange(take)
  if (desktop.value.canStartAtLogin) {
    followStartAtLogin({ item: loginItem(options), settings, desktop, log }).catch(
      (error: unknown) => log.bug('start at login', error, 'start'),
    )
  }
  return shortcut
}

/**
 * Asks a Linux desktop for its tray, and follows it; `onCome` hears of one that was not there before.
 * The bus is loaded only now, because the first page comes first.
 */
export async function watchLinuxTray(
  desktop: Observed<DesktopView>,
  onCome: () => void,
): Promise<void> {
  const { SessionBus, sessionBusAddresses } = await import('../session-bus/session-bus')
  const { watchTray } = await import('../session-bus/tray-watch')
  const limit = 3_000
  await watchTray({
    connect: () => SessionBus.connect(sessionBusAddresses(process.env), limit),
    limit,
    tell: (tray) => {
      const came = tray === 'there' && desktop.value.tray === 'missing'
      desktop.set({ ...desktop.value, tray })
      if (came) onCome()
    },
  })
}

function loginItem({ platform, running }: WishesOptions): LoginItem {
  if (platform !== 'linux') return systemLoginItem(app, platform === 'windows')
  const { env } = running
  return autostartFile({ env, home: homedir(), name: 'Latchkey', command: ownCommand(running) })
}
