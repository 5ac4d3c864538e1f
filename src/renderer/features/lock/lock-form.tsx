import { useRef, type ReactNode, type RefObject } from 'react'
import { useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { useEscape } from '../../ui/use-escape'
import { useFocusInside } from '../../ui/use-focus-inside'
import { useFormFailure } from '../failure/use-form-failure'
import { SubmitLine } from './submit-line'
import type { Sending } from './use-sending'

export interface LockFormProps {
  readonly title: string
  readonly text?: string
  readonly submit: string
  readonly sending: Sending
  readonly wait?: number
  /** The field that has the focus at first. */
  readonly first: RefObject<HTMLInputElement | null>
  readonly children: ReactNode
  readonly onSubmit: () => void
  readonly onCancel: () => void
}

/** A form of the lock, beneath the button that has opened it; Escape puts it away. */
export function LockForm(props: LockFormProps) {
  const { title, text, submit, sending, wait, first, onSubmit, onCancel } = props
  const { lock } = useText()
  const { notice, submitLook } = useFormFailure(sending.failure)
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onCancel)
  useFocusInside(first, form)
  return (
    <form
      ref={form}
      className="lock-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending.busy) onSubmit()
      }}
    >
      <h3 className="lock-form-title">{title}</h3>
      {text && <p className="soft">{text}</p>}
      {props.children}
      {notice}
      <SubmitLine
        look={submitLook}
        label={submit}
        busy={sending.busy}
        {...(wait === undefined ? {} : { wait })}
      >
        <Button look="quiet" onClick={onCancel}>
          {lock.cancel}
        </Button>
      </SubmitLine>
    </form>
  )
}
