/**
 * An Electron that costs nothing and shows nothing, so that what is measured of the main process is
 * Latchkey's own part: a few answers that the start needs, and everything else an object that takes any
 * call. It is for measuring only; what Electron does is imitated by the Chromium host.
 */

function takesAnyCall(): undefined {
  return undefined
}

/** Answers every read and every call with itself. */
function anything(known: Readonly<Record<string | symbol, unknown>> = {}): object {
  const self: object = new Proxy(takesAnyCall, {
    get(_target, name) {
      if (Object.hasOwn(known, name)) return known[name]
      // What can be awaited would be waited for, and what turns itself into text or a list is asked to.
      if (name === 'then' || name === 'toJSON') return undefined
      if (name === Symbol.toPrimitive) return () => ''
      if (name === Symbol.iterator) return [][Symbol.iterator]
      return self
    },
    apply: () => self,
    construct: () => self,
  })
  return self
}

/** What hears the calls of pages, as Electron's ipcMain is given it. */
type Listener = (event: { readonly senderFrame: null }, ...call: readonly unknown[]) => unknown

/**
 * `onWindow` is called when the program makes a window, with a function that calls as a page does which
 * is gone already: the call is refused as soon as there is somebody to refuse it.
 */
export function electronStandIn(
  profile: string,
  onWindow: (call: () => Promise<unknown>) => void,
): object {
  let hear: Listener = () => undefined
  const ipcMain = anything({
    handle: (_channel: string, listener: Listener) => {
      hear = listener
    },
  })
  const app = anything({
    isPackaged: false,
    getPath: () => profile,
    getAppPath: () => process.cwd(),
    getVersion: () => '0.0.0',
    getPreferredSystemLanguages: () => ['en-GB'],
    getLoginItemSettings: () => ({ openAtLogin: false }),
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
  })
  const window = anything({
    isDestroyed: () => false,
    isVisible: () => true,
    getBounds: () => bounds,
  })
  const BrowserWindow = new Proxy(
    function BrowserWindow() {
      return window
    },
    {
      construct() {
        onWindow(() => Promise.resolve(hear({ senderFrame: null }, 'state.snapshot', {})))
        return window
      },
      get: (_target, name) => (name === 'getAllWindows' ? () => [] : undefined),
    },
  )
  const picture = anything({ isEmpty: () => false })
  const nativeImage = anything({ createFromPath: () => picture, createFromBuffer: () => picture })
  return anything({ app, BrowserWindow, ipcMain, nativeImage })
}

const bounds = { x: 0, y: 0, width: 1100, height: 720 }
