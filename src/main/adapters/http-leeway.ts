/** What may be different for the connections to one server, from what a person has allowed there. */
import type { TrustWish } from '../../shared/site-trust'
import { pinned, type Check } from './http-check'

/** What a person has allowed for the server at this origin. */
export interface Allowance {
  readonly origin: string
  readonly trust: TrustWish
}

export interface Leeway {
  /** Decides about certificates in place of the system. */
  readonly check?: Check
  /** Plain http may go to private addresses. */
  readonly privateHttp?: true
}

/** Nothing is different: connections like these may be shared. */
export const noLeeway: Leeway = {}

/** What an allowance means for a request; nothing for one that goes to another origin. */
export function leewayFor(url: URL, allowance: Allowance | undefined): Leeway {
  if (allowance?.origin !== url.origin) return noLeeway
  switch (allowance.trust.kind) {
    case 'certificate':
      return { check: pinned(allowance.trust.fingerprint) }
    case 'plain-http':
      return { privateHttp: true }
  }
}
