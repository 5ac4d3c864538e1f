/**
 * Starting when the person signs in to the system: macOS and Windows keep that themselves, Linux by a
 * file in the person's autostart folder. Source: freedesktop.org, Desktop Application Autostart
 * Specification and Desktop Entry Specification.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { App } from 'electron'
import type { DesktopView } from '../../shared/settings'
import type { Log } from '../log'
import type { Observed } from '../observed'
import type { SettingsStore } from '../settings/settings'
import { hiddenArgument } from './starts'

/** What the system starts for the person. */
export interface LoginItem {
  isSet(): Promise<boolean>
  /** Rejects where the system refuses. */
  set(on: boolean): Promise<void>
  /** Has one that is set start the program where it is now; for the start of the program. */
  renew(): Promise<void>
}

/** macOS and Windows. */
export function systemLoginItem(
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
  windows: boolean,
): LoginItem {
  const args = [hiddenArgument]
  return {
    // On Windows an entry may be there and switched off in the task manager.
    isSet() {
      const found = app.getLoginItemSettings({ args })
      return Promise.resolve(
        found.openAtLogin && (windows ? found.executableWillLaunchAtLogin : true),
      )
    },
    set(on) {
      app.setLoginItemSettings({ openAtLogin: on, args })
      const { status } = app.getLoginItemSettings({ args })
      return on && status === 'requires-approval'
        ? Promise.reject(new Error('The person has to allow it in the system settings.'))
        : Promise.resolve()
    },
    // Both look for an entry of this very program, so that one of another place does not count as set.
    renew: () => Promise.resolve(),
  }
}

export interface AutostartOptions {
  readonly env: NodeJS.ProcessEnv
  readonly home: string
  readonly name: string
  /** The program's own file and what it is started with. */
  readonly command: readonly string[]
}

/** Linux: there while the person wants it, and gone otherwise. */
export function autostartFile({ env, home, name, command }: AutostartOptions): LoginItem {
  const config = env['XDG_CONFIG_HOME']
  // The specification has relative paths ignored.
  const folder = config?.startsWith('/') === true ? config : join(home, '.config')
  const file = join(folder, 'autostart', 'latchkey.desktop')
  const exec = execLine([...command, hiddenArgument])
  return {
    async isSet() {
      const text = await readFile(file, 'utf8').catch(() => undefined)
      // By this line a desktop's own settings switch an entry off.
      return text !== undefined && !/^Hidden=true$/m.test(text)
    },
    async set(on) {
      if (!on) return rm(file, { force: true })
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(file, desktopEntry(name, exec))
    },
    // An AppImage of a newer version often has another name, and the file would start the old one or none.
    async renew() {
      const text = await readFile(file, 'utf8')
      const renewed = text.replace(ownExecLine(command.length), () => exec)
      if (renewed !== text) await writeFile(file, renewed)
    },
  }
}

/** As Latchkey writes it, with so many words before its own; what the person has added or written instead stays. */
function ownExecLine(words: number): RegExp {
  const word = String.raw`"(?:[^"\\]|\\\\(?:\\\\|.))*" `
  return new RegExp(`^Exec=(?:${word}){${words}}"${hiddenArgument}"$`, 'm')
}

function execLine(command: readonly string[]): string {
  return `Exec=${command.map(execArgument).join(' ')}`
}

function desktopEntry(name: string, exec: string): string {
  return ['[Desktop Entry]', 'Type=Application', `Name=${name}`, exec, 'Terminal=false', ''].join(
    '\n',
  )
}

/**
 * One argument of an Exec line. It is quoted for the command line first, then as any string of the
 * file, so that a backslash is doubled twice; a percent sign would begin a field code.
 */
export function execArgument(argument: string): string {
  const quoted = `"${argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`
  return quoted.replaceAll('\\', '\\\\')
}

export interface StartAtLoginOptions {
  readonly item: LoginItem
  readonly settings: SettingsStore
  readonly desktop: Observed<DesktopView>
  readonly log: Log
}

/**
 * Does what the setting says. At first the system is asked: who has taken the program out of its list
 * of login items there does not want to find it back in.
 */
export async function followStartAtLogin(options: StartAtLoginOptions): Promise<void> {
  const { item, settings, desktop, log } = options
  let applied = await item.isSet()
  if (applied !== settings.value.startAtLogin) await settings.change({ startAtLogin: applied })
  if (applied) {
    await item.renew().catch((error: unknown) => log.bug('start at login', error, 'start'))
  }
  let queue = Promise.resolve()
  const apply = async (): Promise<void> => {
    const wanted = settings.value.startAtLogin
    if (wanted === applied) return
    try {
      await item.set(wanted)
      applied = wanted
      desktop.set({ ...desktop.value, startAtLoginFailed: undefined })
    } catch (error) {
      log.bug('start at login', error, 'settings')
      desktop.set({ ...desktop.value, startAtLoginFailed: true })
      await settings.change({ startAtLogin: applied })
    }
  }
  settings.onChange(() => {
    queue = queue.then(apply)
  })
}
