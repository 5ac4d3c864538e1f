/** How each of Latchkey's windows is made; what none of their pages may do is the same for all. */
import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron'
import type { WindowKind } from '../../shared/contract'
import { isPlaced, type Size } from './window-place'

export interface LooksOptions {
  readonly platform: 'linux' | 'mac' | 'windows'
  readonly icon: string
  readonly session: Session
  readonly preload: string
  readonly devTools: boolean
  /** How large pages are drawn, so that none is seen to change its size while it loads. */
  readonly zoomFactor: () => number
}

/** What Electron is told to make a window of this kind, without its place; it is made hidden. */
export function windowLook(
  kind: WindowKind,
  options: LooksOptions,
): BrowserWindowConstructorOptions {
  return {
    ...looks[kind],
    ...(isPlaced(kind) ? {} : scaled(looks[kind], options.zoomFactor())),
    ...(kind === 'quick-login' ? floating[options.platform] : {}),
    show: false,
    title: 'Latchkey',
    icon: options.icon,
    autoHideMenuBar: true,
    webPreferences: { ...hardened(options), zoomFactor: options.zoomFactor() },
  }
}

/** How large windows open where nobody has made them otherwise. */
export const windowSizes = {
  main: { width: 1080, height: 720 },
  settings: { width: 760, height: 680 },
  unlock: { width: 440, height: 520 },
  'quick-login': { width: 560, height: 480 },
} as const satisfies Record<WindowKind, unknown>

/** Windows that nobody makes larger grow with what is drawn in them. */
export function scaledSize(kind: 'quick-login' | 'unlock', zoomFactor: number): Size {
  return scaled(windowSizes[kind], zoomFactor)
}

function scaled({ width, height }: Size, zoomFactor: number): Size {
  const factor = Math.max(1, zoomFactor)
  return { width: Math.round(width * factor), height: Math.round(height * factor) }
}

const looks: Readonly<Record<WindowKind, BrowserWindowConstructorOptions & Size>> = {
  main: { ...windowSizes.main, minWidth: 360, minHeight: 480 },
  settings: { ...windowSizes.settings, minWidth: 360, minHeight: 480, fullscreenable: false },
  unlock: {
    ...windowSizes.unlock,
    minWidth: 320,
    minHeight: 400,
    maximizable: false,
    fullscreenable: false,
  },
  'quick-login': {
    ...windowSizes['quick-login'],
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

/**
 * How a page looks and feels, where any value is safe: Electron's own will do. What a new version of
 * Electron adds is not in here, so that it does not compile before somebody has decided about it.
 */
type OnlyLooks =
  | 'accessibleTitle'
  | 'autoplayPolicy'
  | 'backgroundThrottling'
  | 'defaultEncoding'
  | 'defaultFontFamily'
  | 'defaultFontSize'
  | 'defaultMonospaceFontSize'
  | 'disableHtmlFullscreenWindowResize'
  | 'disableWakeLocks'
  | 'enablePreferredSizeMode'
  | 'focusOnNavigation'
  | 'imageAnimationPolicy'
  | 'minimumFontSize'
  | 'safeDialogsMessage'
  | 'scrollBounce'
  | 'textAreasAreResizable'
  | 'transparent'
  | 'v8CacheOptions'
  | 'zoomFactor'
  | 'zoomMode'

/** What is never even named: a name is enough to open something, whatever the value. */
type Never =
  | 'additionalArguments'
  | 'disableBlinkFeatures'
  | 'enableBlinkFeatures'
  | 'enableDeprecatedPaste'
  | 'partition'

type Hardened = Required<Omit<WebPreferences, OnlyLooks | Never>>

/** Everything that bears on security, in full: a default of Electron's may change, a line here does not. */
function hardened({ session, preload, devTools }: LooksOptions): Hardened {
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
    plugins: false,
    enableWebSQL: false,
    webgl: false,
    offscreen: false,
    // A page of Latchkey has dialogs of its own; the browser's stop every window.
    disableDialogs: true,
    safeDialogs: true,
    spellcheck: false,
    javascript: true,
    images: true,
  }
}
