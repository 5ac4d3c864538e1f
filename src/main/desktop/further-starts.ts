/** Further starts of the program: each hands over its words and ends. Kept until somebody hears them. */
export class FurtherStarts {
  private readonly waiting: (readonly string[])[] = []
  private hear: ((argv: readonly string[]) => void) | undefined

  /** Takes what a further start was started with, from whomever it was handed over to. */
  startedAgain(argv: readonly string[]): void {
    if (this.hear) this.hear(argv)
    else this.waiting.push(argv)
  }

  heardBy(hear: (argv: readonly string[]) => void): void {
    this.hear = hear
    for (const argv of this.waiting.splice(0)) hear(argv)
  }

  /** From now on nobody hears: the program ends. */
  leave(): void {
    this.hear = undefined
  }

  /** What the latest start that nobody has heard was started with. */
  get unheard(): readonly string[] | undefined {
    return this.waiting.at(-1)
  }
}
