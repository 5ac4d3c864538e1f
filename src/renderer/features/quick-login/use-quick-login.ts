import { useEffect, useRef, useState } from 'react'
import type { AccountId } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import { useActions, useUi } from '../../stores/context'
import type { Place } from '../../stores/ui'

/** What the window is about, beside where it is. */
export type Progress =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly account: AccountId }
  /** It is over once the window is taken elsewhere, `at` being where it was. */
  | { readonly kind: 'active'; readonly account: AccountId; readonly at: Place }
  | { readonly kind: 'failed'; readonly account: AccountId; readonly failure: Failure }

export interface QuickLogin {
  readonly progress: Progress
  readonly query: string
  readonly search: (query: string) => void
  readonly logIn: (account: AccountId) => Promise<void>
  /** Has the keychain unlocked, then logs in. */
  readonly unlock: (account: AccountId) => Promise<void>
  /** Whoever goes on has read what went wrong. */
  readonly forgetFailure: () => void
  /** Tells whether the step of an attempt needs the window to stay. */
  readonly tellHolding: (holding: boolean) => void
  /** The window stays although the focus leaves it. */
  readonly held: boolean
  /** Says that the account is active, then closes the window. */
  readonly finish: (account: AccountId) => void
  /** Goes back to the list, with what was searched for. An attempt that waits stays. */
  readonly back: () => void
  readonly close: () => void
  /** Empties the search; an attempt stays as it was left. */
  readonly startAnew: () => void
}

const nothing: Progress = { kind: 'none' }

/** Long enough to be read, short enough not to be waited for. */
const shownMilliseconds = 900

export function useQuickLogin(): QuickLogin {
  const actions = useActions()
  const place = useUi((state) => state.place)
  const atAttempt = place.kind === 'attempt'
  const [latest, setProgress] = useState<Progress>(nothing)
  const progress = latest.kind === 'active' && latest.at !== place ? nothing : latest
  const [query, setQuery] = useState('')
  /** Goes up when what was asked for is not waited for any more. */
  const turn = useRef(0)
  const begin = (): (() => boolean) => {
    turn.current += 1
    const mine = turn.current
    return () => turn.current === mine
  }

  const [stepHolds, tellHolding] = useState(false)
  // Where the keychain is needed, the system may ask the person, and its question takes the focus.
  const held = stepHolds || progress.kind === 'asking'
  useHeld(held)

  async function logIn(account: AccountId, unlocking = false): Promise<void> {
    if (progress.kind === 'asking') return
    const current = begin()
    setProgress({ kind: 'asking', account })
    if (unlocking) await actions.retryKeychain()
    if (!current()) return
    const answer = await actions.askQuickLogin(account)
    if (!current()) return
    if (!answer.ok) return setProgress({ kind: 'failed', account, failure: answer.failure })
    const outcome = answer.value
    switch (outcome.kind) {
      case 'active':
        return setProgress({ kind: 'active', account, at: place })
      case 'attempt':
        setProgress(nothing)
        return actions.goTo({ kind: 'attempt', attempt: outcome.attempt })
      case 'told':
        if (outcome.failure) {
          return setProgress({ kind: 'failed', account, failure: outcome.failure })
        }
        setProgress(nothing)
        return actions.goTo({ kind: 'account', account })
    }
  }

  function startAnew(): void {
    if (atAttempt && progress.kind !== 'active') return
    begin()
    setProgress(nothing)
    setQuery('')
    actions.goTo({ kind: 'home' })
  }

  function close(): void {
    startAnew()
    void actions.closeWindow()
  }

  function forgetFailure(): void {
    if (progress.kind === 'failed') setProgress(nothing)
  }

  const latestClose = useRef(close)
  useEffect(() => {
    latestClose.current = close
  })
  useEffect(() => {
    if (progress.kind !== 'active') return
    const timer = setTimeout(() => latestClose.current(), shownMilliseconds)
    return () => clearTimeout(timer)
  }, [progress])

  return {
    progress,
    query,
    search(wanted) {
      setQuery(wanted)
      forgetFailure()
    },
    logIn,
    unlock: (account) => logIn(account, true),
    forgetFailure,
    tellHolding,
    held,
    finish: (account) => setProgress({ kind: 'active', account, at: place }),
    back() {
      begin()
      setProgress(nothing)
      actions.goTo({ kind: 'home' })
    },
    close,
    startAnew,
  }
}

/** Keeps the window from going with the focus. */
function useHeld(held: boolean): void {
  const { hold } = useActions()
  useEffect(() => {
    if (!held) return
    void hold(true)
    return () => void hold(false)
  }, [hold, held])
}
