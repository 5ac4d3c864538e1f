/**
 * Latchkey's windows. This folder holds everything that speaks to the desktop: windows, tray, menus,
 * clipboard, links, guards. It draws what the rest of the program knows and decides nothing about
 * accounts.
 */
import type { Place, WindowKind } from '../../shared/contract'
import type { Bridge } from '../bridge/ipc'
import type { WindowDesk } from '../bridge/handlers/surroundings'
import type { Pages } from './page'
import { ProgramWindow } from './program-window'
import { windowLook, type LooksOptions } from './window-looks'

export interface WindowsOptions extends LooksOptions {
  readonly pages: Pages
  readonly bridge: Bridge
}

export class Windows implements WindowDesk {
  private readonly made = new Map<WindowKind, ProgramWindow>()
  /** The quick-login window stays while something is typed there. */
  private held = false

  constructor(private readonly options: WindowsOptions) {}

  /** Shows a window, made if there is none of its kind, and takes it to `place`. */
  open(kind: WindowKind, place?: Place): void {
    const window = this.made.get(kind) ?? this.make(kind)
    window.show(place)
  }

  /** Shows the main window and takes it to `place`. */
  show(place?: Place): void {
    this.open('main', place)
  }

  close(windowId: number): void {
    const found = this.find(windowId)
    if (!found) return
    if (found.kind === 'quick-login') this.dismiss(found.one)
    else found.one.window.close()
  }

  hold(windowId: number, held: boolean): void {
    if (this.find(windowId)?.kind === 'quick-login') this.held = held
  }

  /** Calls back once, when the main window's page is there, or is known not to come by itself. */
  onFirstPage(listener: () => void): void {
    this.made.get('main')?.page.onSettled(listener)
  }

  private make(kind: WindowKind): ProgramWindow {
    const { options } = this
    const one = new ProgramWindow({
      look: windowLook(kind, options),
      address: options.pages.address(kind),
      goTo: (window, place) => options.bridge.send(window, 'window.goTo', place),
    })
    this.made.set(kind, one)
    one.window.on('closed', () => this.made.delete(kind))
    if (kind === 'quick-login') {
      one.window.on('blur', () => {
        if (!this.held) this.dismiss(one)
      })
    }
    return one
  }

  private dismiss(one: ProgramWindow): void {
    this.held = false
    one.hide()
  }

  private find(windowId: number): { kind: WindowKind; one: ProgramWindow } | undefined {
    for (const [kind, one] of this.made) if (one.window.id === windowId) return { kind, one }
    return undefined
  }
}
