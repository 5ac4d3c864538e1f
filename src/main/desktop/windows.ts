/**
 * Latchkey's windows: at most one of each kind, made when it is first asked for. This folder holds
 * everything that speaks to the desktop: windows, tray, menus, shortcuts, clipboard, links, guards. It
 * draws what the rest of the program knows and decides nothing about accounts.
 */
import { screen, type BrowserWindow } from 'electron'
import type { Place, WindowKind } from '../../shared/contract'
import type { WindowDesk } from '../bridge/handlers/surroundings'
import type { Bridge } from '../bridge/ipc'
import type { Language } from '../language'
import type { Pages } from './page'
import { ProgramWindow } from './program-window'
import { whenSessionEnds } from './session-end'
import { scaledSize, windowLook, type LooksOptions } from './window-looks'
import { clearedWindows, type ClearedWindows, type Manner } from './window-manner'
import {
  asLarge,
  besideTray,
  centred,
  fit,
  isPlaced,
  type PlacedKind,
  type PlaceKeeper,
  type Rectangle,
} from './window-place'

export interface WindowsOptions extends LooksOptions {
  readonly pages: Pages
  readonly language: Pick<Language, 'value'>
  readonly bridge: Bridge
  readonly places: PlaceKeeper
  readonly tellsMinimized: boolean
}

/** What is around windows once the rest of the program is there. */
export interface AroundWindows {
  /** Where the tray's icon is; undefined where the system does not tell. */
  readonly trayBounds: () => Rectangle | undefined
  /** The last window has left the screen. */
  readonly onNothingShown: () => void
  /** The person's session is about to end, and the program with it. Told on Windows only. */
  readonly onSessionEnd: () => void
  /** A shortcut is being recorded in the settings, so that its keys must reach the page. */
  readonly onRecording: (recording: boolean) => void
}

export class Windows implements WindowDesk {
  private readonly made = new Map<WindowKind, ProgramWindow>()
  /** Something is typed or under way in the quick-login window, so that it must not go by itself. */
  private held = false
  private around: AroundWindows | undefined
  /** The last window has left the screen before anybody could be told. */
  private leftEarly = false

  constructor(private readonly options: WindowsOptions) {}

  /** Connects windows that may be open already with the rest of the program. */
  connect(around: AroundWindows): void {
    this.around = around
    if (this.leftEarly) this.tellIfNothingShown()
  }

  /** Whether a window is on the screen, minimised or not. */
  get anyShown(): boolean {
    return [...this.made.values()].some((one) => one.shown)
  }

  /** Whether a window is known to be where the person can see it. */
  get inSight(): boolean {
    return [...this.made.values()].some((one) => one.inSight)
  }

  /** Shows a window and takes it to `place`. */
  open(kind: WindowKind, place?: Place): void {
    const window = this.made.get(kind) ?? this.make(kind)
    window.show(place)
  }

  isShown(kind: WindowKind): boolean {
    return this.made.get(kind)?.shown === true
  }

  /** Shows the unlock window in the middle of where others were, as they were. */
  openUnlock(manner: Manner, over: Rectangle): void {
    const one = this.made.get('unlock') ?? this.make('unlock')
    const size = scaledSize('unlock', this.options.zoomFactor())
    one.window.setBounds(fit({ ...centred(size, over), ...size }, workAreas()))
    one.show(undefined, manner)
  }

  /**
   * Ends every window with its process, quick login's unseen one too, without asking their pages. Gives
   * what was on the screen. Nobody is told that nothing is shown: the person has closed nothing.
   */
  clear(): ClearedWindows | undefined {
    const all = [...this.made]
    const cleared = clearedWindows(
      all.flatMap(([kind, { window, shown }]) =>
        shown
          ? {
              kind,
              focused: window.isFocused(),
              minimized: window.isMinimized(),
              bounds: window.getBounds(),
            }
          : [],
      ),
    )
    // From here on nobody listens to them, so that no place is noted of a window that goes.
    this.made.clear()
    for (const [kind, { window }] of all) {
      this.release(kind)
      window.destroy()
    }
    return cleared
  }

  close(windowId: number): void {
    const found = this.find(windowId)
    if (found?.kind === 'quick-login') this.dismiss(found.one)
    else found?.one.window.close()
  }

  hold(windowId: number, held: boolean): void {
    switch (this.find(windowId)?.kind) {
      case 'quick-login':
        this.held = held
        break
      case 'settings':
        this.around?.onRecording(held)
        break
      case 'main':
      case 'unlock':
      case undefined:
    }
  }

  /** Calls back once, when the page of a window that is open is there, or is known not to come. */
  onFirstPage(listener: () => void): void {
    const [first] = this.made.values()
    if (first) first.page.onSettled(listener)
    else listener()
  }

  private make(kind: WindowKind): ProgramWindow {
    const { options } = this
    const look = windowLook(kind, options)
    const left = isPlaced(kind) ? options.places.of(kind) : undefined
    const enlarge = asLarge(left)
    const one = new ProgramWindow({
      look: left ? { ...look, ...fit(left.bounds, workAreas()) } : look,
      address: () => options.pages.address(kind, options.language.value),
      goTo: (window, place) => options.bridge.send(window, 'window.goTo', place),
      beforeShow: (window) => {
        if (kind === 'quick-login') this.place(window)
        else enlarge(window)
      },
      tellsMinimized: options.tellsMinimized,
      onLoaded: () => this.release(kind),
    })
    this.made.set(kind, one)
    const { window } = one
    const isMade = (): boolean => this.made.get(kind) === one
    window.on('closed', () => {
      if (!isMade()) return
      this.made.delete(kind)
      this.release(kind)
      this.tellIfNothingShown()
    })
    window.on('blur', () => {
      if (!isMade()) return
      if (kind === 'quick-login' && !this.held) this.dismiss(one)
      // Keys that are pressed elsewhere are not meant for the field that records.
      if (kind === 'settings') this.release(kind)
    })
    whenSessionEnds(window, () => this.around?.onSessionEnd())
    if (kind === 'quick-login') this.float(window)
    if (isPlaced(kind)) this.remember(kind, window, isMade)
    return one
  }

  private dismiss(one: ProgramWindow): void {
    if (!one.shown) return
    one.hide()
    this.release('quick-login')
    this.tellIfNothingShown()
  }

  /** What a page has asked for ends with the page. */
  private release(kind: WindowKind): void {
    if (kind === 'quick-login') this.held = false
    if (kind === 'settings') this.around?.onRecording(false)
  }

  private tellIfNothingShown(): void {
    if (this.anyShown) return
    if (this.around) this.around.onNothingShown()
    else this.leftEarly = true
  }

  private remember(kind: PlacedKind, window: BrowserWindow, isMade: () => boolean): void {
    const note = (): void => {
      // A minimised window is wherever the system keeps such windows.
      if (!isMade() || window.isMinimized()) return
      const { x, y, width, height } = window.getNormalBounds()
      const bounds = { x, y, width, height }
      this.options.places.note(kind, { bounds, maximized: window.isMaximized() })
    }
    window.on('resize', note)
    window.on('move', note)
    window.on('maximize', note)
    window.on('unmaximize', note)
  }

  /** On macOS quick login comes to the space that the person is in, beside full-screen programs too. */
  private float(window: BrowserWindow): void {
    if (this.options.platform !== 'mac') return
    window.setVisibleOnAllWorkspaces(true, {
      visibleOnFullScreen: true,
      skipTransformProcessType: true,
    })
  }

  /** Beside the tray where the system tells where that is, else on the screen that is looked at. */
  private place(window: BrowserWindow): void {
    const tray = this.around?.trayBounds()
    const { workArea } = tray
      ? screen.getDisplayMatching(tray)
      : screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    const wanted = scaledSize('quick-login', this.options.zoomFactor())
    const width = Math.min(wanted.width, workArea.width)
    const height = Math.min(wanted.height, workArea.height)
    const size = { width, height }
    const { x, y } = tray ? besideTray(tray, size, workArea) : centred(size, workArea)
    window.setBounds({ x, y, width, height })
  }

  private find(windowId: number): { kind: WindowKind; one: ProgramWindow } | undefined {
    for (const [kind, one] of this.made) if (one.window.id === windowId) return { kind, one }
    return undefined
  }
}

/** The parts of the screens that windows may use, the main screen's first. */
function workAreas(): Rectangle[] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}
