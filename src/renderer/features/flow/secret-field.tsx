import { useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../../stores/context'
import { IconButton } from '../../ui/button'
import { Field, Input, type FieldProps } from '../../ui/field'
import { HideIcon, ShowIcon } from '../../ui/icons'

export interface SecretFieldProps {
  readonly frame: Omit<FieldProps, 'children' | 'end'>
  readonly input: ComponentProps<'input'>
  readonly autoComplete: string
  readonly words: 'password' | 'token'
  /** A further button after the one that shows the value. */
  readonly end?: ReactNode
}

/** A field whose value is hidden until asked for. Tells when Caps Lock is on. */
export function SecretField({ frame, input, autoComplete, words, end }: SecretFieldProps) {
  const text = useText().flow
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const labels =
    words === 'password'
      ? { show: text.showPassword, hide: text.hidePassword }
      : { show: text.showToken, hide: text.hideToken }
  const notice = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <Field
      {...frame}
      warning={capsLock ? text.capsLock : undefined}
      end={
        <>
          <IconButton
            label={shown ? labels.hide : labels.show}
            icon={shown ? <HideIcon /> : <ShowIcon />}
            onClick={() => setShown(!shown)}
          />
          {end}
        </>
      }
    >
      {(ties) => (
        <Input
          {...ties}
          {...input}
          type={shown ? 'text' : 'password'}
          // Chromium keeps what stands in a form, and may write it to disk, but for hidden fields and `off`.
          autoComplete={shown ? 'off' : autoComplete}
          onKeyDown={notice}
          onKeyUp={notice}
        />
      )}
    </Field>
  )
}
