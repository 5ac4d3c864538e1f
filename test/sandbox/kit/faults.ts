/**
 * What can go wrong with one request. `perform` says whether the operation takes effect first: where it
 * does and no answer comes, the client is left with an unknown outcome.
 */
export type Fault =
  /** Another answer altogether. */
  | {
      readonly kind: 'answer'
      readonly status?: number
      readonly body: unknown
      readonly headers?: Readonly<Record<string, string>>
      readonly perform?: boolean
    }
  /** An HTTP error with an HTML body, as a proxy or a crashed server sends it. */
  | { readonly kind: 'status'; readonly status: number; readonly perform?: boolean }
  /** 200 with the sign-in page of a network. */
  | { readonly kind: 'captive-portal' }
  /** JSON that lacks the service's envelope, as an API gateway sends it. */
  | { readonly kind: 'no-envelope'; readonly status?: number }
  /** 429; `retryAfter` in seconds, or a date, or absent. */
  | { readonly kind: 'throttled'; readonly retryAfter?: number | Date }
  | {
      readonly kind: 'redirect'
      readonly to: string
      readonly status?: 301 | 302 | 303 | 307 | 308
    }
  /** The connection is reset before the operation took effect. */
  | { readonly kind: 'reset-before' }
  /** The operation takes effect, then the connection is reset. */
  | { readonly kind: 'reset-after' }
  /** No answer until the sandbox closes; with `perform` the operation has taken effect. */
  | { readonly kind: 'stall'; readonly perform?: boolean }
  /**
   * Holds until `until` is resolved: by default the answer of an operation that took effect at once, with
   * `hold: 'request'` the operation itself.
   */
  | {
      readonly kind: 'delay'
      readonly until: Promise<unknown>
      readonly hold?: 'answer' | 'request'
    }
  /** The operation takes effect, half of the answer's body arrives, the connection ends. */
  | { readonly kind: 'cut' }
  /** A good answer followed by `bytes` of white space, for limits on an answer's size. */
  | { readonly kind: 'oversized'; readonly bytes: number }
  /** The answer with `value` at the path `field`, such as `data.newUser`. */
  | { readonly kind: 'wrong-type'; readonly field: string; readonly value: unknown }
  | { readonly kind: 'missing-field'; readonly field: string }
  /** A success without the service's token field, or with an empty one. */
  | { readonly kind: 'missing-token' }
  | { readonly kind: 'empty-token' }

/** The fault switches of one service. `*` means every operation and every other path. */
export interface Faults<Operation extends string> {
  /** Breaks the next request of the operation; several wait in line. */
  next(operation: Operation | '*', fault: Fault): void
  /** Breaks every request of the operation until cleared. */
  always(operation: Operation | '*', fault: Fault): void
  /** Ends the faults of one operation, or all. */
  clear(operation?: Operation | '*'): void
}

export class FaultSwitches<Operation extends string> implements Faults<Operation> {
  private readonly once = new Map<string, Fault[]>()
  private readonly lasting = new Map<string, Fault>()

  next(operation: Operation | '*', fault: Fault): void {
    this.once.set(operation, [...(this.once.get(operation) ?? []), fault])
  }

  always(operation: Operation | '*', fault: Fault): void {
    this.lasting.set(operation, fault)
  }

  clear(operation?: Operation | '*'): void {
    if (operation === undefined) {
      this.once.clear()
      this.lasting.clear()
      return
    }
    this.once.delete(operation)
    this.lasting.delete(operation)
  }

  /** The fault of this request, if any; a one-shot fault is used up. */
  take(operation: Operation | undefined): Fault | undefined {
    for (const name of operation === undefined ? ['*'] : [operation, '*']) {
      const fault = this.once.get(name)?.shift() ?? this.lasting.get(name)
      if (fault !== undefined) return fault
    }
    return undefined
  }
}
