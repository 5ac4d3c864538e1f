import { useRef, useState, type RefObject } from 'react'
import type { Failure } from '../../../shared/failure'
import { passphraseLengthProblem, type PassphraseProblem } from '../../../shared/passphrase'

/** A new passphrase in a form: what is typed, and why it was refused. */
export interface NewPassphrase {
  readonly value: string
  /** Why it was refused; until something else is typed. */
  readonly problem: PassphraseProblem | undefined
  readonly input: RefObject<HTMLInputElement | null>
  readonly type: (value: string) => void
  /** Whether its length will do. If not, the field says so and takes the focus. */
  readonly check: () => boolean
  /** Takes the failure of a call whose input named it `field`; tells whether it was about that. */
  readonly refuse: (failure: Failure, field: string) => boolean
}

const problems: readonly PassphraseProblem[] = ['too-short', 'too-long', 'common']

export function useNewPassphrase(): NewPassphrase {
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<PassphraseProblem>()
  const input = useRef<HTMLInputElement>(null)
  const point = (found: PassphraseProblem | undefined) => {
    setProblem(found)
    if (found !== undefined) input.current?.focus()
    return found !== undefined
  }
  return {
    value,
    problem,
    input,
    type: (typed) => {
      setValue(typed)
      setProblem(undefined)
    },
    check: () => !point(passphraseLengthProblem(value)),
    refuse: ({ code, field: wrong, detail }, field) =>
      code === 'invalid-input' && wrong === field && point(problems.find((one) => one === detail)),
  }
}
