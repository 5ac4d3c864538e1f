import './toast.css'
import { Toast } from 'radix-ui'
import { IconButton } from './button'
import { BadIcon, CloseIcon, GoodIcon } from './icons'

export interface ToastView {
  readonly id: number
  readonly tone: 'good' | 'bad'
  readonly title: string
  readonly text?: string | undefined
}

/** Good news leaves by itself; what went wrong stays until it is put away. */
const goodNewsMilliseconds = 6_000

export interface ToasterProps {
  readonly toasts: readonly ToastView[]
  /** Names the region for screen readers. */
  readonly label: string
  readonly dismiss: string
  readonly onDismiss: (id: number) => void
}

/** Where the frame puts the keys; its own name for the place, not a word. */
const keysPlace = '{hotkey}'

/** The messages, as a strip that the frame gives room to: they cover nothing. F8 brings the focus to it. */
export function Toaster({ toasts, label, dismiss, onDismiss }: ToasterProps) {
  return (
    <Toast.Provider label={label} swipeDirection="down">
      {toasts.map((toast) => (
        <Toast.Root
          key={toast.id}
          className={`toast toast-${toast.tone}`}
          type={toast.tone === 'bad' ? 'foreground' : 'background'}
          duration={toast.tone === 'bad' ? Infinity : goodNewsMilliseconds}
          onOpenChange={(open) => !open && onDismiss(toast.id)}
        >
          {toast.tone === 'good' ? (
            <GoodIcon className="toast-icon" aria-hidden="true" />
          ) : (
            <BadIcon className="toast-icon" aria-hidden="true" />
          )}
          <div className="toast-body">
            <Toast.Title className="toast-title">{toast.title}</Toast.Title>
            {toast.text && (
              <Toast.Description className="toast-text">{toast.text}</Toast.Description>
            )}
          </div>
          <Toast.Close asChild>
            <IconButton label={dismiss} icon={<CloseIcon />} />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className="toasts" label={`${label} (${keysPlace})`} />
    </Toast.Provider>
  )
}
