/** How each of Latchkey's windows is made; what none of their pages may do is the same for all. */
import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron'
import type { WindowKind } from '../../shared/contract'

export interface LooksOptions {
  readonly platform: 'linux' | 'mac' | 'windows'
  readonly icon: string
  readonly session: Session
  readonly preload: string
  readonly devTools: boolean
}

/** What Electron is told to make a window of this kind, without its place; it is made hidden. */
export function windowLook(
  kind: WindowKind,
  options: LooksOptions,
): BrowserWindowConstructorOptions {
  return {
    ...looks[kind],
    ...(kind === 'quick-login' ? floating[options.platform] : {}),
    show: false,
    title: 'Latchkey',
    icon: options.icon,
    autoHideMenuBar: true,
    webPreferences: hardened(options),
  }
}

const looks: Readonly<Record<WindowKind, BrowserWindowConstructorOptions>> = {
  main: { width: 1080, height: 720, minWidth: 360, minHeight: 480 },
  settings: { width: 760, height: 680, minWidth: 360, minHeight: 480, fullscreenable: false },
  unlock: {
    width: 440,
    height: 520,
    minWidth: 320,
    minHeight: 400,
    maximizable: false,
    fullscreenable: false,
  },
  'quick-login': {
    width: 560,
    height: 480,
    frame: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
  },
}

/** What floats above others: a panel on macOS, above full-screen programs too; a tool window on Windows. */
const floating: Readonly<Record<LooksOptions['platform'], BrowserWindowConstructorOptions>> = {
  mac: { type: 'panel' },
  windows: { type: 'toolbar' },
  linux: {},
}

function hardened({ session, preload, devTools }: LooksOptions): WebPreferences {
  return {
    preload,
    session,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  }
}
