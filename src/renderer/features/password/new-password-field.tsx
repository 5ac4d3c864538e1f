/**
 * A password that is chosen here for a service: the service's rules first, then how strong it is, and
 * one made by chance for whoever wants none of their own.
 */
import './password.css'
import { useState } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { fieldProblem } from '../../../shared/field-check'
import type { FieldView, StepValues } from '../../../shared/flow'
import { useText } from '../../stores/context'
import { Button, IconButton } from '../../ui/button'
import type { FieldProps } from '../../ui/field'
import { MakeIcon } from '../../ui/icons'
import { SecretField, type SecretFieldProps } from '../../ui/secret-field'
import { Announcement } from '../../ui/small'
import { prepareEstimate, useStrength } from '../passphrase/strength'
import { StrengthBar } from '../passphrase/strength-bar'
import { generatePassword, usualLength, type PasswordOptions } from './generate-password'
import { PasswordMaker } from './password-maker'

type NewPassword = Extract<FieldView, { kind: 'new-password' }>

export interface NewPasswordFieldProps {
  readonly field: NewPassword
  readonly form: UseFormReturn<StepValues>
  readonly frame: Omit<FieldProps, 'children'>
  readonly input: SecretFieldProps['input']
  readonly words: SecretFieldProps['words']
  readonly frozen: boolean
}

export function NewPasswordField(props: NewPasswordFieldProps) {
  const { field, form, frame, input, words, frozen } = props
  const text = useText()
  const value = useWatch({ control: form.control, name: field.name })
  const fits = value !== '' && fieldProblem(field, value) === undefined
  const strength = useStrength(value, fits)
  const [shown, setShown] = useState(false)
  const limits = { min: field.minLength, max: field.maxLength ?? Infinity }
  const [options, setOptions] = useState<PasswordOptions>()
  const first = { length: usualLength(limits), easy: false }
  const { strengths } = text.passwords
  const make = (wanted: PasswordOptions): void => {
    void prepareEstimate()
    setOptions(wanted)
    setShown(true)
    form.setValue(field.name, generatePassword(wanted), { shouldDirty: true })
    form.clearErrors(field.name)
  }
  return (
    <div className="new-password">
      <SecretField
        frame={{
          ...frame,
          hint: strength
            ? strengths[strength]
            : (field.hint ?? text.flow.tooShortBy(field.minLength)),
          below: <StrengthBar strength={strength} words={strengths} />,
        }}
        input={{ ...input, onFocus: () => void prepareEstimate() }}
        autoComplete="new-password"
        words={words}
        shown={shown}
        onShow={setShown}
        end={<MakeButton options={options} frozen={frozen} onMake={() => make(options ?? first)} />}
      />
      <Announcement>{strength && strengths[strength]}</Announcement>
      {options && (
        <PasswordMaker {...{ limits, options, frozen }} password={value} onChange={make} />
      )}
    </div>
  )
}

interface MakeButtonProps {
  readonly options: PasswordOptions | undefined
  readonly frozen: boolean
  readonly onMake: () => void
}

/** Once it was pressed it is small, so that what it has made can be read. */
function MakeButton({ options, frozen, onMake }: MakeButtonProps) {
  const text = useText().passwords
  const rest = { icon: <MakeIcon />, unavailable: frozen, onClick: onMake }
  if (options) return <IconButton {...rest} look="plain" label={text.makeAnother} />
  return <Button {...rest}>{text.make}</Button>
}
