/** Tells the person what is being done, step by step, with times. */

/**
 * @param {number} milliseconds
 * @returns {string} such as `3.2 s` or `2 min 05 s`
 */
export function formatTime(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

export class Steps {
  #write
  #now
  #started

  /**
   * @param {(line: string) => void} write
   * @param {() => number} now milliseconds
   */
  constructor(write, now) {
    this.#write = write
    this.#now = now
    this.#started = now()
  }

  /**
   * Runs one step between two lines that name it.
   *
   * @template T
   * @param {string} title
   * @param {(say: (note: string) => void) => Promise<T>} action `say` sets what the last line tells
   * @returns {Promise<T>}
   */
  async run(title, action) {
    const from = this.#now()
    let note = ''
    this.#write(`> ${title}`)
    try {
      const result = await action((text) => {
        note = `: ${text}`
      })
      this.#write(`  ${title}${note} (${formatTime(this.#now() - from)})`)
      return result
    } catch (error) {
      this.#write(`! ${title} did not work (${formatTime(this.#now() - from)})`)
      throw error
    }
  }

  /**
   * Says something between two steps.
   *
   * @param {string} text
   */
  say(text) {
    this.#write(text)
  }

  /** @returns {string} the time since the command's start */
  total() {
    return formatTime(this.#now() - this.#started)
  }
}
