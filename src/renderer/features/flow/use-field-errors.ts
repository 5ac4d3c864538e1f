import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Failure } from '../../../shared/failure'
import type { AttemptView, FieldView, StepValues, StepView } from '../../../shared/flow'
import { useText } from '../../stores/context'
import { failureAtField } from './field-errors'
import { focusField } from './focus-field'

export interface FieldErrorsOptions {
  readonly attempt: AttemptView
  readonly view: StepView
  readonly failure: Failure | undefined
  /** Whether the failure is told at its field alone. */
  readonly inline: boolean
  readonly form: UseFormReturn<StepValues>
  readonly element: RefObject<HTMLFormElement | null>
}

/**
 * Tells a failure at the field that it names and takes the focus there, once. Gives what is wrong with a
 * field, in words.
 */
export function useFieldErrors(
  options: FieldErrorsOptions,
): (field: FieldView) => string | undefined {
  const { attempt, view, failure, inline, form, element } = options
  const text = useText()
  const field = view.fields.find(({ name }) => name === failure?.field)
  const name = field?.name
  const told = field && failure && failureAtField(failure, field, inline, text)
  const tell = useEffectEvent(() => {
    if (!failure || name === undefined || told === undefined) return
    form.setError(name, { type: failure.code, message: told })
    focusField(element.current, name)
  })
  // A new turn with the same words is a new failure, and has to be shown again. With nothing else: somebody
  // who types by then would have the field selected, and the next key would take it all away.
  useEffect(() => {
    if (name !== undefined) tell()
  }, [attempt.id, attempt.turn, name])
  return (one) => {
    const error = form.formState.errors[one.name]
    // What the service found is said in the language of now.
    return one.name === name && error?.type === failure?.code ? told : error?.message
  }
}
