/** Work that is done once for all who want it at the same time. */

interface Job<T> {
  readonly done: Promise<T>
  readonly stopper: AbortController
  waiting: number
}

export class SharedWork<T> {
  private readonly jobs = new Map<string, Job<T>>()

  /**
   * Joins the work that is under way for `key`, or begins it. Who gives up gets `left` at once and
   * leaves the others alone; the work's own signal aborts when nobody waits any more.
   */
  join(
    key: string,
    begin: (signal: AbortSignal) => Promise<T>,
    left: T,
    signal?: AbortSignal,
  ): Promise<T> {
    if (signal?.aborted) return Promise.resolve(left)
    const job = this.jobs.get(key) ?? this.begin(key, begin)
    job.waiting += 1
    if (!signal) return job.done
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        job.waiting -= 1
        if (job.waiting === 0) this.stop(key, job)
        resolve(left)
      }
      signal.addEventListener('abort', leave, { once: true })
      job.done.finally(() => signal.removeEventListener('abort', leave)).then(resolve, reject)
    })
  }

  private begin(key: string, begin: (signal: AbortSignal) => Promise<T>): Job<T> {
    const stopper = new AbortController()
    const job: Job<T> = { done: begin(stopper.signal), stopper, waiting: 0 }
    this.jobs.set(key, job)
    const forget = (): void => this.forget(key, job)
    job.done.then(forget, forget)
    return job
  }

  /** Whoever comes after this begins anew: there is no joining what has been told to stop. */
  private stop(key: string, job: Job<T>): void {
    this.forget(key, job)
    job.stopper.abort()
  }

  private forget(key: string, job: Job<T>): void {
    if (this.jobs.get(key) === job) this.jobs.delete(key)
  }
}
