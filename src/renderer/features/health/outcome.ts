/** What a check of all accounts found, by what it means to the person. */
import type { AccountState } from '../../../shared/account'
import { needOf } from '../../../shared/account-need'
import type { CheckAll } from '../../../shared/health'

export const outcomeKinds = ['fine', 'needs', 'locked', 'notAsked'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** What a state means once the account was looked at. */
export function outcomeOf(state: AccountState): OutcomeKind {
  switch (needOf(state)) {
    case 'account':
      return 'needs'
    case 'keychain':
      return 'locked'
    case 'nothing':
      return state === 'ready' ? 'fine' : 'notAsked'
  }
}

/** Counts accounts by outcome. */
export function countOutcomes(
  found: Exclude<CheckAll, { kind: 'never' }>['found'],
): Readonly<Record<OutcomeKind, number>> {
  const counts = { fine: 0, needs: 0, locked: 0, notAsked: 0 }
  for (const [state, count] of Object.entries(found) as [AccountState, number][]) {
    counts[outcomeOf(state)] += count
  }
  return counts
}
