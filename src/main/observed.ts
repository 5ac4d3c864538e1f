/** A value that others want to hear about when it changes. */
export class Observed<T> {
  private readonly listeners = new Set<(value: T) => void>()

  constructor(private current: T) {}

  get value(): T {
    return this.current
  }

  set(value: T): void {
    this.current = value
    for (const listener of this.listeners) listener(value)
  }

  /** Calls back on each change; gives its own unsubscribe. */
  onChange(listener: (value: T) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
