/**
 * Copies secrets so that clipboard managers leave them alone, and takes them off the clipboard again
 * if they are still there. On Wayland a program without focus may not look, and then they stay.
 */
/** How long a copied secret stays on the clipboard. */
export const stayMs = 30_000

/**
 * The marks by which clipboard managers know a secret: KDE's on Linux, nspasteboard.org's on macOS,
 * Microsoft's on Windows. The raw formats are Electron's own prefix for native clipboard types.
 */
const concealment: Readonly<Record<'linux' | 'mac' | 'windows', Readonly<Record<string, string>>>> =
  {
    linux: { 'electron application/osclipboard;format="x-kde-passwordManagerHint"': 'secret' },
    mac: { 'electron application/osclipboard;format="org.nspasteboard.ConcealedType"': '' },
    windows: {
      'electron application/osclipboard;format="ExcludeClipboardContentFromMonitorProcessing"': '1',
    },
  }

/** The clipboard as far as it is needed here. */
export interface Board {
  /** Replaces what is on it by one thing in several forms, by their MIME types. */
  write(forms: Readonly<Record<string, string>>): Promise<void>
  readText(): Promise<string>
  clear(): void
}

export class CopiedSecret {
  private timer: NodeJS.Timeout | undefined
  private copied: string | undefined

  constructor(
    private readonly board: Board,
    private readonly platform: keyof typeof concealment,
    private readonly now: () => number,
  ) {}

  /** Copies a secret; gives when it will be cleared, in milliseconds since the epoch. */
  async copy(secret: string): Promise<number> {
    await this.board.write({ 'text/plain': secret, ...concealment[this.platform] })
    this.copied = secret
    clearTimeout(this.timer)
    // Where the system does not let a background program look, the secret stays.
    this.timer = setTimeout(() => void this.clear().catch(() => undefined), stayMs)
    this.timer.unref()
    return this.now() + stayMs
  }

  /** Clears the clipboard if it still holds what was copied here; also called when Latchkey quits. */
  async clear(): Promise<void> {
    clearTimeout(this.timer)
    const { copied } = this
    this.copied = undefined
    if (copied !== undefined && (await this.board.readText()) === copied) this.board.clear()
  }
}
