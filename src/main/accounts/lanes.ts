/**
 * One lane per account: work for an account queues behind the work before it, so that no late
 * answer overtakes a later one. Lanes of different accounts do not wait for each other.
 */
export class Lanes {
  private readonly tails = new Map<string, Promise<unknown>>()

  /** Runs `work` when the lane is free and gives what it gives. It must not enter its own lane again. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve()
    const turn = before.then(work)
    const tail = turn.then(
      () => undefined,
      () => undefined,
    )
    this.tails.set(key, tail)
    void tail.then(() => {
      if (this.tails.get(key) === tail) this.tails.delete(key)
    })
    return turn
  }

  /**
   * Runs `work` when all these lanes are free, and keeps them until it has ended. It queues in all of
   * them at once, so that two who want several lanes never wait for each other.
   */
  async runAll<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    let leave = (): void => undefined
    const left = new Promise<void>((resolve) => (leave = resolve))
    const free = [...new Set(keys)].map(
      (key) =>
        new Promise<void>((reached) => {
          void this.run(key, () => {
            reached()
            return left
          })
        }),
    )
    await Promise.all(free)
    try {
      return await work()
    } finally {
      leave()
    }
  }

  /** Resolves when all lanes are empty. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values())
  }
}
