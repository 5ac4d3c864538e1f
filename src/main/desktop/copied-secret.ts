/**
 * Copies secrets so that clipboard managers leave them alone, and takes them off the clipboard again
 * if they are still there: after a while, when Latchkey locks, and when it quits. Where the system heeds
 * no program in the background, as under Wayland, they stay until Latchkey is in front again or one of the
 * next of these moments comes, and the person is told.
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

/** A system that does not answer by then keeps nobody from locking or quitting. */
const clearLimitMs = 2_000

/** A lock takes the windows away, but its own comes in front in a moment: what then goes needs no words. */
const comeBackMs = 3_000

/** The clipboard as far as it is needed here. */
export interface Board {
  /** Replaces what is on it by one thing in several forms, by their MIME types, in one go. */
  write(forms: Readonly<Record<string, string>>): Promise<void>
  readText(): Promise<string>
  clear(): void | Promise<void>
  /** Whether the system now heeds what is written or cleared; where it does not, nobody tells so. */
  heeds(): boolean
}

/**
 * Under Wayland only a window that has the keys is heeded. An emptied clipboard is filled again by some
 * desktops with the text that they have saved, but without its mark: so something else takes its place.
 */
export function waylandBoard(
  board: Pick<Board, 'write' | 'readText'>,
  inFront: () => boolean,
): Board {
  return {
    write: (forms) => board.write(forms),
    readText: () => board.readText(),
    clear: () => board.write({ 'text/plain': ' ' }),
    heeds: inFront,
  }
}

export interface CopiedSecretOptions {
  readonly platform: keyof typeof concealment
  readonly now: () => number
  /** How long a secret that is copied now may stay. */
  readonly seconds: () => number
  /** Latchkey has locked or a secret's time is up, and it may still be there. */
  readonly onKept: () => void
}

/** What was copied, as long as it may be there. */
interface Copied {
  readonly secret: string
  readonly timer: NodeJS.Timeout
  /** Whether it could not be taken off for certain. */
  kept: boolean
}

export class CopiedSecret {
  private copied: Copied | undefined
  private writing: Promise<unknown> | undefined

  constructor(
    private readonly board: Board,
    private readonly options: CopiedSecretOptions,
  ) {}

  /** Copies a secret; gives when it will be cleared, in milliseconds since the epoch. */
  async copy(secret: string): Promise<number> {
    const { platform, now, seconds } = this.options
    const writing = this.board
      .write({ 'text/plain': secret, ...concealment[platform] })
      .then(() => {
        const stayMs = seconds() * 1000
        this.remember(secret, stayMs)
        return now() + stayMs
      })
    this.writing = writing
    try {
      return await writing
    } finally {
      if (this.writing === writing) this.writing = undefined
    }
  }

  /**
   * Clears the clipboard if it still holds what was copied here; for the moment in which Latchkey quits.
   * Gives whether the secret is gone for certain, and never rejects, nor waits for long. One that may
   * have stayed is tried again by the next call, and when its time is up.
   */
  async clear(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), clearLimitMs)
    })
    const gone = await Promise.race([this.clearNow(), late])
    clearTimeout(timer)
    return gone
  }

  private async clearNow(): Promise<boolean> {
    // Without need there is no wait: once its windows are gone, some systems let nobody look any more.
    if (this.writing) await this.writing.catch(() => undefined)
    const { copied } = this
    if (!copied) return true
    const gone = await this.takeOff(copied.secret)
    if (gone && this.copied === copied) this.forget()
    return gone
  }

  /**
   * The same where Latchkey goes on: the person is told, once, of a secret that may have stayed, unless
   * one of Latchkey's windows comes in front in a moment, and it goes.
   */
  async clearOrTell(): Promise<void> {
    if (await this.clear()) return
    const { copied } = this
    if (!copied || copied.kept) return
    copied.kept = true
    const tell = (): void => {
      if (this.copied === copied) this.options.onKept()
    }
    setTimeout(tell, comeBackMs).unref()
  }

  /** One of Latchkey's windows has got the keys: what could not be taken off before is tried again. */
  async cameToFront(): Promise<void> {
    if (this.copied?.kept === true) await this.clear()
  }

  private remember(secret: string, stayMs: number): void {
    this.forget()
    const timer = setTimeout(() => void this.timeIsUp(copied), stayMs)
    timer.unref()
    const copied: Copied = { secret, timer, kept: false }
    this.copied = copied
  }

  private async timeIsUp(copied: Copied): Promise<void> {
    if (this.writing) await this.writing.catch(() => undefined)
    // Another one that has come meanwhile has its own time.
    if (this.copied === copied) await this.clearOrTell()
  }

  private forget(): void {
    clearTimeout(this.copied?.timer)
    this.copied = undefined
  }

  private async takeOff(secret: string): Promise<boolean> {
    const { board } = this
    // Asked first: a lock takes the windows away while the clipboard is read, and yet it is worth a try.
    const heeded = board.heeds()
    try {
      if ((await board.readText()) !== secret) return true
      if (!heeded) return false
      await board.clear()
      // Where no window is left by now, nobody knows whether it was heeded.
      return board.heeds() && (await board.readText()) !== secret
    } catch {
      return false
    }
  }
}
