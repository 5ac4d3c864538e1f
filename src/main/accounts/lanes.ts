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

  /** Resolves when all lanes are empty. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values())
  }
}
