import './dialog.css'
import { AlertDialog, Dialog } from 'radix-ui'
import { useRef, type ReactNode } from 'react'
import { Button } from './button'
import { useEscape } from './use-escape'
import { useFocusBack } from './use-focus-back'

export interface QuestionDialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly confirm: string
  readonly cancel: string
  /** What was answered is being done. That cannot be called off, so the question stays until it is known how it ends. */
  readonly busy: boolean
  /** It cannot be confirmed yet. */
  readonly notYet?: boolean
  /** How the button that confirms looks; `danger` unless said otherwise. */
  readonly look?: 'danger' | 'plain'
  /** For a question that brings a table of facts along. */
  readonly wide?: boolean
  /** Other answers, between "cancel" and "confirm". */
  readonly others?: ReactNode
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/**
 * A question that has to be answered before anything else; Escape is "cancel", which has the focus. Once it is
 * answered, the focus goes back to where it was: a program may ask in the middle of a word.
 * The backdrop is our own element: the library's adds a style tag to the page, which the content
 * security policy rightly refuses.
 */
export function QuestionDialog(props: QuestionDialogProps) {
  const content = useRef<HTMLDivElement>(null)
  const cancel = (): void => {
    if (!props.busy) props.onCancel()
  }
  useEscape(content, cancel)
  const giveFocusBack = useFocusBack()
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && cancel()}>
      <AlertDialog.Portal>
        <div className="dialog-backdrop" aria-hidden="true" />
        <AlertDialog.Content
          ref={content}
          className={props.wide ? 'dialog dialog-wide' : 'dialog'}
          aria-modal="true"
          onCloseAutoFocus={giveFocusBack}
        >
          <AlertDialog.Title className="dialog-title">{props.title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="dialog-text">{props.children}</div>
          </AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Cancel asChild>
              <Button unavailable={props.busy}>{props.cancel}</Button>
            </AlertDialog.Cancel>
            {props.others}
            <Button
              look={props.look ?? 'danger'}
              busy={props.busy}
              unavailable={props.busy || props.notYet}
              onClick={props.onConfirm}
            >
              {props.confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

export interface PanelProps {
  /** Its name; drawn by the panel's own content, if at all. */
  readonly title: string
  readonly className?: string
  readonly children: ReactNode
  readonly onClose: () => void
}

/**
 * A panel over the page that Escape and a click beside it close. The focus goes back to where it was,
 * unless what was done in the panel has brought it elsewhere.
 */
export function Panel({ title, className = '', children, onClose }: PanelProps) {
  const content = useRef<HTMLDivElement>(null)
  useEscape(content, onClose)
  const giveFocusBack = useFocusBack()
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <div className="dialog-backdrop" aria-hidden="true" />
        <Dialog.Content
          ref={content}
          className={`panel ${className}`}
          aria-modal="true"
          aria-describedby={undefined}
          onCloseAutoFocus={giveFocusBack}
        >
          <Dialog.Title className="only-read">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
