/** The sessions of an account at its service, and what has become of each since they were listed. */
import { useEffect, useRef, useState } from 'react'
import type { AccountId, OtherSession } from '../../../shared/account'
import type { Failure, FailureCode } from '../../../shared/failure'
import { useActions } from '../../stores/context'

/** `open`: as listed. */
export type SessionFate =
  | { readonly kind: 'open' }
  | { readonly kind: 'ending' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface ListedSession extends OtherSession {
  readonly fate: SessionFate
}

export type SessionList =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'listed'; readonly sessions: readonly ListedSession[] }

/** How far ending all others has come. */
export interface EndingAll {
  readonly done: number
  readonly all: number
}

export interface SessionsHold {
  readonly list: SessionList
  readonly asking: boolean
  readonly endingAll: EndingAll | undefined
  readonly ask: () => Promise<void>
  readonly end: (id: string) => Promise<void>
  /** Ends all others one after the other, and goes on after one that fails for itself. */
  readonly endAll: () => Promise<void>
  readonly stop: () => void
}

/** Whatever comes next would fail the same way. */
const hopeless: ReadonlySet<FailureCode> = new Set<FailureCode>([
  ...(['offline', 'rate-limited', 'token-rejected', 'account-blocked'] as const),
  ...(['not-found', 'unsupported', 'cancelled', 'secret-missing'] as const),
])

/** Whether a session can still be ended from here. */
export function canEnd({ current, fate }: ListedSession): boolean {
  return !current && (fate.kind === 'open' || fate.kind === 'failed')
}

export function useSessions(account: AccountId): SessionsHold {
  const actions = useActions()
  const [list, setList] = useState<SessionList>({ kind: 'unasked' })
  const [asking, setAsking] = useState(false)
  const [endingAll, setEndingAll] = useState<EndingAll>()
  const stopped = useRef(false)
  // A page that is left ends nothing more.
  useEffect(() => {
    stopped.current = false
    return () => {
      stopped.current = true
    }
  }, [])

  const isStopped = (): boolean => stopped.current

  function mark(id: string, fate: SessionFate): void {
    setList((before) =>
      before.kind === 'listed'
        ? {
            ...before,
            sessions: before.sessions.map((one) => (one.id === id ? { ...one, fate } : one)),
          }
        : before,
    )
  }
  async function ask(): Promise<void> {
    if (asking || endingAll) return
    setAsking(true)
    const answer = await actions.sessions(account)
    setAsking(false)
    setList(
      answer.ok
        ? { kind: 'listed', sessions: inOrder(answer.value) }
        : { kind: 'failed', failure: answer.failure },
    )
  }
  async function endOne(id: string): Promise<Failure | undefined> {
    mark(id, { kind: 'ending' })
    const answer = await actions.endSession(account, id)
    mark(id, answer.ok ? { kind: 'ended' } : { kind: 'failed', failure: answer.failure })
    return answer.ok ? undefined : answer.failure
  }
  async function endAll(): Promise<void> {
    if (list.kind !== 'listed' || endingAll) return
    const others = list.sessions.filter(canEnd)
    stopped.current = false
    for (const [done, { id }] of others.entries()) {
      if (isStopped()) break
      setEndingAll({ done, all: others.length })
      const failure = await endOne(id)
      if (failure && hopeless.has(failure.code)) break
    }
    setEndingAll(undefined)
  }
  return {
    list,
    asking,
    endingAll,
    ask,
    end: async (id) => {
      await endOne(id)
    },
    endAll,
    stop: () => {
      stopped.current = true
    },
  }
}

/** This one first, then those used last. */
function inOrder(sessions: readonly OtherSession[]): ListedSession[] {
  const used = (one: OtherSession): number => one.lastUsedAt ?? one.startedAt ?? 0
  return sessions
    .map((one): ListedSession => ({ ...one, fate: { kind: 'open' } }))
    .sort((a, b) => Number(b.current) - Number(a.current) || used(b) - used(a))
}
