/** Lets tests await something that is reported later. A wait that is never met stays pending. */
export class Waiting<T> {
  private waits: { readonly matches: (value: T) => boolean; readonly meet: (value: T) => void }[] =
    []

  /** Resolves with the next reported value that matches. */
  next(matches: (value: T) => boolean): Promise<T> {
    return new Promise((meet) => {
      this.waits.push({ matches, meet })
    })
  }

  report(value: T): void {
    const met = this.waits.filter((wait) => wait.matches(value))
    this.waits = this.waits.filter((wait) => !met.includes(wait))
    for (const wait of met) wait.meet(value)
  }
}
