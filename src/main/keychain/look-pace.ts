/**
 * When to look after the system has said that something about the keychain is another way: soon, and
 * once for all that comes together. While looks find what was known before it is done less and less
 * often: a look starts a service that can be started, and one that ends when it has answered, or before,
 * says so each time. What is new, or comes after a quiet while, is looked at as soon as at first.
 */
export interface LookPaceOptions {
  /** Looks, and gives whether the keychain is another way than was known. Must not reject. */
  readonly look: () => Promise<boolean>
  /** Milliseconds to wait before a look, at first and at most. */
  readonly firstLook: number
  readonly longestRest: number
  /** Milliseconds without a change, after which the next one is looked at as soon as the first. */
  readonly quietFor: number
}

export class LookPace {
  #wait: number
  #timer: NodeJS.Timeout | undefined
  #quiet: NodeJS.Timeout | undefined
  #looking = false
  #again = false
  #stopped = false

  constructor(private readonly options: LookPaceOptions) {
    this.#wait = options.firstLook
  }

  /** Something has changed. */
  noticed(): void {
    if (this.#stopped) return
    clearTimeout(this.#quiet)
    if (this.#looking) this.#again = true
    else this.#timer ??= setTimeout(() => void this.#look(), this.#wait).unref()
  }

  /** Looks no more. */
  stop(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#quiet)
    this.#stopped = true
  }

  async #look(): Promise<void> {
    const { look, firstLook, longestRest, quietFor } = this.options
    this.#timer = undefined
    this.#looking = true
    const isNews = await look()
    this.#wait = isNews ? firstLook : Math.min(this.#wait * 2, longestRest)
    this.#looking = false
    if (this.#stopped) return
    // From here on, because what the look itself has started may end as late as it likes.
    this.#quiet = setTimeout(() => (this.#wait = firstLook), quietFor).unref()
    const again = this.#again
    this.#again = false
    if (again) this.noticed()
  }
}
