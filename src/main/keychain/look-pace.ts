/**
 * When to look after the system has said that something about the keychain is another way: soon, and
 * once for all that comes together. As long as that finds no keychain it is done less and less often,
 * because a look starts a service that can be started, and one that keeps ending would say so each time.
 */
export interface LookPaceOptions {
  /** Looks, and gives whether there is a keychain. Must not reject. */
  readonly look: () => Promise<boolean>
  /** Milliseconds to wait before a look, at first and at most. */
  readonly firstLook: number
  readonly longestRest: number
}

export class LookPace {
  #wait: number
  #timer: NodeJS.Timeout | undefined
  #looking = false
  #again = false
  #stopped = false

  constructor(private readonly options: LookPaceOptions) {
    this.#wait = options.firstLook
  }

  /** Something has changed. */
  noticed(): void {
    if (this.#stopped) return
    if (this.#looking) this.#again = true
    else this.#timer ??= setTimeout(() => void this.#look(), this.#wait).unref()
  }

  /** Looks no more. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#stopped = true
  }

  async #look(): Promise<void> {
    const { look, firstLook, longestRest } = this.options
    this.#timer = undefined
    this.#looking = true
    const found = await look()
    this.#wait = found ? firstLook : Math.min(this.#wait * 2, longestRest)
    this.#looking = false
    const again = this.#again
    this.#again = false
    if (again) this.noticed()
  }
}
