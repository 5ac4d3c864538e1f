/** What an account's history says about when its token was good, as parts of one strip. */
import type { HistoryEntry } from '../../../shared/account'

/**
 * `accepted`: the service took the token; `rejected`: it did not; `none`: there was no token, or one that
 * the service had not been asked about.
 */
export type Health = 'accepted' | 'rejected' | 'none'

export interface HealthPart {
  readonly health: Health
  readonly from: number
  readonly to: number
}

/** How far back the strip looks. */
export const stripMs = 90 * 86_400_000

/**
 * The parts from the oldest line that is known, or from 90 days ago, until now, oldest first. `history`
 * has the latest first. Neighbours of one kind are one part.
 */
export function healthParts(history: readonly HistoryEntry[], now: number): readonly HealthPart[] {
  const begin = Math.max(now - stripMs, history.at(-1)?.at ?? now)
  const parts: HealthPart[] = []
  let to = now
  for (const { kind, at } of history) {
    const health = healthAfter(kind)
    const from = Math.max(at, begin)
    const later = parts[0]
    if (from < to && later?.health === health) parts[0] = { ...later, from }
    else if (from < to) parts.unshift({ health, from, to })
    to = Math.min(to, from)
  }
  return parts
}

/** How much of the strip's time the token was accepted, from 0 to 1. */
export function acceptedShare(parts: readonly HealthPart[]): number {
  const sum = (wanted: readonly HealthPart[]): number =>
    wanted.reduce((all, { from, to }) => all + to - from, 0)
  return sum(parts.filter(({ health }) => health === 'accepted')) / sum(parts)
}

function healthAfter(kind: HistoryEntry['kind']): Health {
  switch (kind) {
    case 'logged-in':
    case 'refreshed':
    case 'verified':
      return 'accepted'
    case 'rejected':
      return 'rejected'
    case 'created':
    case 'imported':
    case 'logged-out':
      return 'none'
  }
}
