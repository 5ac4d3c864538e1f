import { useWatch, type UseFormReturn } from 'react-hook-form'
import { cleanValue } from '../../../shared/field-check'
import type { FieldView, StepValues } from '../../../shared/flow'
import { holdsLink } from '../../../shared/typed-text'
import { useActions, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Field, Input, Select } from '../../ui/field'
import { PasteIcon } from '../../ui/icons'
import { SecretField } from '../../ui/secret-field'
import { NewPasswordField } from '../password/new-password-field'
import { AddressInput } from './address-input'
import { AddressQuestion } from './address-question'
import { CaptchaPicture } from './captcha-picture'
import { focusField } from './focus-field'

export interface StepFieldProps {
  readonly field: FieldView
  readonly form: UseFormReturn<StepValues>
  readonly error: string | undefined
  /** While something runs, what was typed can be read but not changed. */
  readonly frozen: boolean
  readonly busy: string | undefined
  readonly onNewPicture: () => void
}

/** Draws a field by its kind. */
export function StepField(props: StepFieldProps) {
  const { field, form, error, frozen } = props
  const text = useText().flow
  const frame = {
    label: field.label,
    hint: field.hint,
    error,
    required: field.required,
    mark: field.required ? undefined : text.optional,
  }
  const input = { ...form.register(field.name), readOnly: frozen }
  const { capsLock } = text
  const password = { show: text.showPassword, hide: text.hidePassword, capsLock }
  // A token is pasted.
  const token = { show: text.showToken, hide: text.hideToken }
  switch (field.kind) {
    case 'email':
      return (
        <Field {...frame} aside={<AddressQuestion field={field} form={form} frozen={frozen} />}>
          {(ties) => <AddressInput {...ties} {...input} inputMode="email" autoComplete="email" />}
        </Field>
      )
    case 'text':
      return (
        <Field {...frame}>
          {(ties) => <AddressInput {...ties} {...input} autoComplete="off" />}
        </Field>
      )
    case 'password':
      return (
        <SecretField frame={frame} input={input} autoComplete="current-password" words={password} />
      )
    case 'new-password':
      return <NewPasswordField {...{ field, form, frame, input, frozen }} words={password} />
    case 'token':
      return (
        <SecretField
          frame={frame}
          input={input}
          autoComplete="off"
          words={token}
          end={<PasteButton {...props} />}
        />
      )
    case 'code':
      return <CodeField {...props} frame={frame} input={input} expected={field.length} />
    case 'link':
      return (
        <Field {...frame} end={<PasteButton {...props} />}>
          {(ties) => <Input {...ties} {...input} type="text" autoComplete="off" />}
        </Field>
      )
    case 'choice':
      return (
        <Field {...frame}>
          {(ties) => <Select {...ties} {...form.register(field.name)} options={field.options} />}
        </Field>
      )
    case 'captcha':
      return (
        <Field
          {...frame}
          above={
            <CaptchaPicture
              name={field.name}
              image={field.image}
              form={form}
              busy={props.busy}
              onNewPicture={props.onNewPicture}
            />
          }
        >
          {(ties) => (
            <Input {...ties} {...input} type="text" className="input-code" autoComplete="off" />
          )}
        </Field>
      )
  }
}

interface CodeFieldProps extends StepFieldProps {
  readonly frame: Omit<Parameters<typeof Field>[0], 'children'>
  readonly input: object
  readonly expected: number | undefined
}

/** A code from a mail; an unusual length is pointed out and stops nobody. */
function CodeField(props: CodeFieldProps) {
  const { frame, input, expected, field, form } = props
  const text = useText().flow
  const value = cleanValue(field, useWatch({ control: form.control, name: field.name }))
  const counts = expected !== undefined && value !== ''
  // A whole link is as welcome as the code in it.
  const odd = counts && !holdsLink(value) && value.length !== expected
  return (
    <Field
      {...frame}
      warning={odd && !frame.error ? text.codeLength(expected, value.length) : undefined}
      end={<PasteButton {...props} />}
    >
      {(ties) => (
        <Input
          {...ties}
          {...input}
          type="text"
          className="input-code"
          // With any other word Chromium would keep the code with the page's form, and write it to disk.
          autoComplete="off"
        />
      )}
    </Field>
  )
}

/** Pastes into the field in place of what it holds. */
function PasteButton({ field, frozen }: StepFieldProps) {
  const text = useText().flow
  const actions = useActions()
  return (
    <Button
      icon={<PasteIcon />}
      aria-label={text.pasteInto(field.label)}
      unavailable={frozen}
      onClick={(event) => {
        focusField(event.currentTarget.form, field.name)
        void actions.paste()
      }}
    >
      {text.paste}
    </Button>
  )
}
