/**
 * A question that the system puts to the person: one at a time, and an answer that comes after nobody
 * wants it any more, because Latchkey was locked meanwhile, is no answer.
 */
export class OneQuestion {
  private current: symbol | undefined

  /**
   * Gives the answer; undefined without one, and where a question is on the screen already. What takes
   * several steps asks `isWanted` between them.
   */
  async ask<T>(
    question: (isWanted: () => boolean) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    if (this.current) return undefined
    const mine = Symbol()
    this.current = mine
    try {
      const answer = await question(() => this.current === mine)
      return this.current === mine ? answer : undefined
    } finally {
      if (this.current === mine) this.current = undefined
    }
  }

  /** Whatever is answered now is for nobody. */
  drop(): void {
    this.current = undefined
  }
}
