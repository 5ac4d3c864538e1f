import type { AccountId, AdapterId, ServerId } from '../../shared/account'
import type { AttemptId } from '../../shared/flow'

/** Brands a made-up id: the one place where samples may claim what the contract would check. */
export const ids = {
  account: (id: string) => id as AccountId,
  adapter: (id: string) => id as AdapterId,
  server: (id: string) => id as ServerId,
  attempt: (id: string) => id as AttemptId,
}
