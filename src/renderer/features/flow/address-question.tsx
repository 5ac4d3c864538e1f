import { useWatch, type UseFormReturn } from 'react-hook-form'
import { cleanValue } from '../../../shared/field-check'
import type { FieldView, StepValues } from '../../../shared/flow'
import { likelyDomain, withDomain } from '../../../shared/mail-typo'
import { useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { focusField } from './focus-field'

export interface AddressQuestionProps {
  readonly field: Extract<FieldView, { kind: 'email' }>
  readonly form: UseFormReturn<StepValues>
  readonly frozen: boolean
}

/**
 * Asks whether another domain was meant, once the person has gone on to the next field, and stops
 * nobody. It names the domain only, so that it can stand there while addresses are hidden.
 */
export function AddressQuestion({ field, form, frozen }: AddressQuestionProps) {
  const text = useText().flow
  const typed = cleanValue(field, useWatch({ control: form.control, name: field.name }))
  const { touchedFields } = form.formState
  const domain = touchedFields[field.name] ? likelyDomain(typed) : undefined
  return (
    <div className="field-question" role="status">
      {domain !== undefined && (
        <>
          <span className="field-warning">{text.didYouMean(domain)}</span>
          <Button
            look="quiet"
            unavailable={frozen}
            onClick={(event) => {
              form.setValue(field.name, withDomain(typed, domain), { shouldDirty: true })
              form.clearErrors(field.name)
              focusField(event.currentTarget.form, field.name)
            }}
          >
            {text.takeDomain(domain)}
          </Button>
        </>
      )}
    </div>
  )
}
