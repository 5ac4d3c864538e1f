import { useRef, type ReactNode, type RefObject } from 'react'
import type { Failure } from '../../../shared/failure'
import { useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { useEscape } from '../../ui/use-escape'
import { useFocusInside } from '../../ui/use-focus-inside'
import { useFormFailure } from '../failure/use-form-failure'

export interface BackupFormProps {
  readonly title: string
  readonly text?: string
  readonly submit: string
  readonly busy: boolean
  readonly failure: Failure | undefined
  /** Takes another file, where it is one that can be wrong. */
  readonly onAnother?: () => void
  /** The field that has the focus at first. */
  readonly first: RefObject<HTMLInputElement | null>
  /** Other ways than to send it. */
  readonly others?: ReactNode
  readonly children: ReactNode
  readonly onSubmit: () => void
  readonly onCancel: () => void
}

/** A form for a backup's passphrase, and what belongs to it; Escape puts it away, and leads back to its button. */
export function BackupForm(props: BackupFormProps) {
  const { title, text, submit, busy, failure, first, others, onSubmit, onCancel } = props
  const { backup } = useText()
  const { onAnother } = props
  const { notice, submitLook } = useFormFailure(failure, onAnother && { 'another-file': onAnother })
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onCancel)
  useFocusInside(first, form)
  return (
    <form
      ref={form}
      className="backup-panel"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSubmit()
      }}
    >
      <h3 className="backup-title">{title}</h3>
      {text && <p className="soft">{text}</p>}
      {props.children}
      {notice}
      <div className="backup-actions">
        <Button type="submit" look={submitLook} busy={busy} unavailable={busy}>
          {submit}
        </Button>
        {others}
        <Button look="quiet" onClick={onCancel}>
          {backup.cancel}
        </Button>
      </div>
    </form>
  )
}
