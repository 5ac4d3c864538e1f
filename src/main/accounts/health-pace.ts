/**
 * When an account is looked at in the background: pure, from what is known about it. Nothing here is
 * drawn by lot, so that asking twice gives the same answer; what spreads accounts apart is their id.
 */
import type { AccountId } from '../../shared/account'
import type { FailureCode } from '../../shared/failure'
import { wasSetBack } from '../wait'
import type { AccountEntry } from './book'
import { isLost } from './state'
import type { Outcome } from './usage'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** How often an account is checked, about. */
export const periodMs = 6 * hourMs
/** What may pass by itself is looked at again sooner: a server that could not be asked, a token that was not there. */
const soonPeriodMs = 30 * minuteMs
/** A token that was rejected does not come back by itself, except where that was a mistake. */
const rejectedPeriodMs = 24 * hourMs

/** A token is renewed between five and fifteen minutes before its end. */
const aheadMs = { least: 5 * minuteMs, spread: 10 * minuteMs }

export interface Due {
  readonly account: AccountId
  readonly deed: 'check' | 'refresh'
  readonly at: number
}

type Known = Pick<Outcome, 'checkedAt' | 'failure'> | undefined
type Entry = Pick<
  AccountEntry,
  'id' | 'createdAt' | 'hasSecret' | 'removing' | 'refreshable' | 'tokenExpiresAt' | 'refreshUntil'
>

/** When an account is to be checked next; undefined for one that only the person can help. */
export function checkDueAt(entry: Entry, known: Known, now: number): number | undefined {
  if (!entry.hasSecret || entry.removing) return undefined
  const over = entry.tokenExpiresAt !== undefined && entry.tokenExpiresAt <= now
  if (over && !canRenew(entry, now)) return undefined
  const last = known?.checkedAt ?? entry.createdAt
  // Nobody knows how long ago that was.
  if (wasSetBack(last, now)) return now
  const jitter = 0.9 + 0.2 * share(entry.id, last)
  return last + periodAfter(known?.failure?.code) * jitter
}

/** When a token is to be renewed so that it does not run out; undefined where that cannot be. */
export function refreshDueAt(entry: Entry, known: Known, now: number): number | undefined {
  const end = entry.tokenExpiresAt
  if (!entry.hasSecret || entry.removing || end === undefined) return undefined
  if (!canRenew(entry, now)) return undefined
  // A good token that is over already: the clocks disagree, and so they will about the next one.
  const over =
    known !== undefined && known.failure === undefined && end < known.checkedAt + minuteMs
  if (over) return known.checkedAt + periodMs
  const ahead = aheadMs.least + aheadMs.spread * share(entry.id, end)
  // A token that lives for minutes only would be renewed all the time.
  const half = known === undefined ? 0 : (known.checkedAt + end) / 2
  return Math.max(end - ahead, half)
}

function canRenew({ refreshable, refreshUntil }: Entry, now: number): boolean {
  return refreshable && (refreshUntil === undefined || refreshUntil > now)
}

function periodAfter(failure: FailureCode | undefined): number {
  if (failure === undefined) return periodMs
  if (failure === 'token-rejected') return rejectedPeriodMs
  return isOutOfReach(failure) || isLost(failure) ? soonPeriodMs : periodMs
}

/** Whether a failure is about the way to the server, and so about all its accounts. */
export function isOutOfReach(code: FailureCode): boolean {
  return outOfReach.has(code)
}

const outOfReach: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'offline',
  'timeout',
  'tls-untrusted',
  'unencrypted-private',
  'unencrypted-public',
  'proxy-needs-sign-in',
  'redirected',
  'not-the-service',
  'service-error',
  'rate-limited',
])

/** A number from 0 up to 1 that looks random and is the same for the same account and moment (FNV-1a). */
function share(id: AccountId, moment: number): number {
  let hash = 0x811c9dc5
  for (const text of [id, String(moment)]) {
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
    }
  }
  return hash / 2 ** 32
}
