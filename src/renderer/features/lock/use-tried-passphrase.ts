import { useRef, useState, type RefObject } from 'react'
import type { Failure } from '../../../shared/failure'
import { useText } from '../../stores/context'
import { useTimeLeft } from '../../ui/use-time'

/** The lock's passphrase in a form: what is typed, what came of it, and how long to wait. */
export interface TriedPassphrase {
  readonly value: string
  /** What is wrong with it; until something else is typed. */
  readonly error: string | undefined
  /** Milliseconds until the next one is looked at. */
  readonly wait: number
  readonly input: RefObject<HTMLInputElement | null>
  readonly type: (value: string) => void
  /** Whether it can be tried now. If nothing is typed, the field says so and takes the focus. */
  readonly check: () => boolean
  /** Takes the failure of a call; tells whether it was about this passphrase. */
  readonly refuse: (failure: Failure) => boolean
}

/** `retryAt` is until when to wait because of earlier ones, where that is known. */
export function useTriedPassphrase(retryAt?: number): TriedPassphrase {
  const text = useText()
  const [value, setValue] = useState('')
  const [error, setError] = useState<string>()
  const [failed, setFailed] = useState<number>()
  const wait = useTimeLeft(Math.max(failed ?? 0, retryAt ?? 0))
  const input = useRef<HTMLInputElement>(null)
  return {
    value,
    error,
    wait,
    input,
    type: (typed) => {
      setValue(typed)
      setError(undefined)
    },
    check: () => {
      if (value === '') {
        setError(text.lock.empty)
        input.current?.focus()
      }
      return value !== '' && wait === 0
    },
    refuse: (failure) => {
      if (failure.code !== 'wrong-passphrase' && failure.code !== 'too-many-tries') return false
      setError(text.prose.stop(text.failures[failure.code].title))
      setFailed(failure.retryAt)
      // It stays, so that a slip can be mended, and goes with the first key, so that it can be typed anew.
      input.current?.focus()
      input.current?.select()
      return true
    },
  }
}
