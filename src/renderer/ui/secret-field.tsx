import { useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'
import { IconButton } from './button'
import { Field, Input, type FieldProps } from './field'
import { HideIcon, ShowIcon } from './icons'

export interface SecretFieldWords {
  readonly show: string
  readonly hide: string
  /** Said while Caps Lock is on. */
  readonly capsLock: string
}

export interface SecretFieldProps {
  readonly frame: Omit<FieldProps, 'children' | 'end' | 'warning'>
  readonly input: ComponentProps<'input'>
  readonly autoComplete: string
  readonly words: SecretFieldWords
  /** A further button after the one that shows the value. */
  readonly end?: ReactNode
}

/** A field whose value is hidden until asked for. Tells when Caps Lock is on. */
export function SecretField({ frame, input, autoComplete, words, end }: SecretFieldProps) {
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const notice = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <Field
      {...frame}
      warning={capsLock ? words.capsLock : undefined}
      end={
        <>
          <IconButton
            label={shown ? words.hide : words.show}
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
          // What is copied out of it goes the way of secrets.
          data-secret=""
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
