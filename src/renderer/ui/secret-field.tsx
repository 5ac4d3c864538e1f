import { useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'
import { IconButton } from './button'
import { Field, Input, type FieldProps } from './field'
import { HideIcon, ShowIcon } from './icons'
import { Announcement } from './small'

export interface SecretFieldWords {
  readonly show: string
  readonly hide: string
  /** Said while Caps Lock is on; left out where nobody types. */
  readonly capsLock?: string | undefined
}

export interface SecretFieldProps {
  readonly frame: Omit<FieldProps, 'children' | 'end' | 'warning'>
  readonly input: ComponentProps<'input'>
  readonly autoComplete: string
  readonly words: SecretFieldWords
  /** Whether the value is shown, where another part of the form has a say in it. */
  readonly shown?: boolean
  readonly onShow?: (shown: boolean) => void
  /** A further button after the one that shows the value. */
  readonly end?: ReactNode
}

/** A field whose value is hidden until asked for. Tells when Caps Lock is on. */
export function SecretField({ frame, input, autoComplete, words, end, ...more }: SecretFieldProps) {
  const [own, setOwn] = useState(false)
  const { shown = own, onShow = setOwn } = more
  const caps = useCapsLock()
  const warning = caps.on ? words.capsLock : undefined
  return (
    <Field
      {...frame}
      warning={warning}
      end={
        <>
          <IconButton
            label={shown ? words.hide : words.show}
            icon={shown ? <HideIcon /> : <ShowIcon />}
            onClick={() => onShow(!shown)}
          />
          {end}
        </>
      }
    >
      {(ties) => (
        <>
          <Input
            {...ties}
            {...input}
            // What is copied out of it goes the way of secrets.
            data-secret=""
            type={shown ? 'text' : 'password'}
            // Chromium keeps what stands in a form, and may write it to disk, but for hidden fields and `off`.
            autoComplete={shown ? 'off' : autoComplete}
            onKeyDown={caps.look}
            onKeyUp={caps.look}
            onBlur={(event) => {
              caps.forget()
              input.onBlur?.(event)
            }}
          />
          {words.capsLock !== undefined && <Announcement>{warning}</Announcement>}
        </>
      )}
    </Field>
  )
}

/** Whether Caps Lock is on, as the last key pressed in the field has told; off once it is left. */
function useCapsLock() {
  const [on, setOn] = useState(false)
  return {
    on,
    look: (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock')),
    forget: () => setOn(false),
  }
}
