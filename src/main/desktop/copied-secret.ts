/**
 * Copies secrets so that clipboard managers leave them alone, and takes them off the clipboard again
 * if they are still there: after a while, when Latchkey locks, and when it quits. Where the system lets
 * no background program look or clear, as on some Wayland desktops, they stay, and the person is told.
 */

/** One native format of the system's clipboard, as Electron names it. */
function native(format: string): string {
  return `electron application/osclipboard;format="${format}"`
}

/** Windows reads this as a number of four bytes; a string goes onto the clipboard as its UTF-8 bytes. */
const zero = '\0\0\0\0'

/**
 * The marks by which clipboard managers know a secret: KDE's on Linux, nspasteboard.org's on macOS, and on
 * Windows Microsoft's three: not for monitors, not for the history, not for other devices.
 */
const concealment: Readonly<Record<'linux' | 'mac' | 'windows', Readonly<Record<string, string>>>> =
  {
    linux: { [native('x-kde-passwordManagerHint')]: 'secret' },
    // That it is there is what counts; a format without content might be left out.
    mac: { [native('org.nspasteboard.ConcealedType')]: '1' },
    windows: {
      [native('ExcludeClipboardContentFromMonitorProcessing')]: '1',
      [native('CanIncludeInClipboardHistory')]: zero,
      [native('CanUploadToCloudClipboard')]: zero,
    },
  }

/** The clipboard as far as it is needed here. */
export interface Board {
  /** Replaces what is on it by one thing in several forms, by their MIME types, in one go. */
  write(forms: Readonly<Record<string, string>>): Promise<void>
  readText(): Promise<string>
  clear(): void
}

export interface CopiedSecretOptions {
  readonly platform: keyof typeof concealment
  readonly now: () => number
  /** How long a secret that is copied now may stay. */
  readonly seconds: () => number
  /** A secret's time is up, and it may still be there. */
  readonly onKept: () => void
}

export class CopiedSecret {
  private timer: NodeJS.Timeout | undefined
  private copied: string | undefined

  constructor(
    private readonly board: Board,
    private readonly options: CopiedSecretOptions,
  ) {}

  /** Copies a secret; gives when it will be cleared, in milliseconds since the epoch. */
  async copy(secret: string): Promise<number> {
    const { platform, now, seconds, onKept } = this.options
    await this.board.write({ 'text/plain': secret, ...concealment[platform] })
    this.copied = secret
    clearTimeout(this.timer)
    const stayMs = seconds() * 1000
    this.timer = setTimeout(() => {
      void this.clear().then((gone) => {
        if (!gone) onKept()
      })
    }, stayMs)
    this.timer.unref()
    return now() + stayMs
  }

  /**
   * Clears the clipboard if it still holds what was copied here; for the moment in which Latchkey locks
   * or quits. Gives whether the secret is gone for certain, and never rejects.
   */
  async clear(): Promise<boolean> {
    clearTimeout(this.timer)
    const { copied, board } = this
    this.copied = undefined
    if (copied === undefined) return true
    try {
      if ((await board.readText()) !== copied) return true
      board.clear()
      return (await board.readText()) !== copied
    } catch {
      return false
    }
  }
}
