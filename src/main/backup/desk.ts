/** Whoever asks the person for files; only the desktop can. */
export interface BackupDesk {
  /** Asks where to write, over the window that asks; undefined if the person wants to nowhere. */
  whereTo(windowId: number, name: string): Promise<string | undefined>
  /** Asks for a backup; undefined if the person wants none. */
  which(windowId: number): Promise<string | undefined>
  /** Shows a file in the system's file manager. */
  show(path: string): void
}
