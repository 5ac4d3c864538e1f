import './toast.css'
import { Toast } from 'radix-ui'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { IconButton } from './button'
import { BadIcon, CloseIcon, GoodIcon } from './icons'
import { useKeptFocus } from './use-kept-focus'

type Tone = 'good' | 'bad'

export interface ToastView {
  readonly id: number
  readonly tone: Tone
  readonly title: string
  readonly text?: string | undefined
  /** A button that helps; what it is pressed for puts the message away. */
  readonly action?: ReactNode
}

/** Good news leaves by itself; what went wrong stays until it is put away. */
const goodNewsMilliseconds = 6_000

/** How often somebody who looks at a lasting message is told of. */
const attendMilliseconds = 3_000

export interface ToasterProps {
  readonly toasts: readonly ToastView[]
  /** Names the region for screen readers. */
  readonly label: string
  readonly dismiss: string
  readonly onDismiss: (id: number) => void
  /** Lasting messages, which stand before the others. */
  readonly children?: ReactNode
}

/** Where the frame puts the keys; its own name for the place, not a word. */
const keysPlace = '{hotkey}'

type Escaped = Pick<Event, 'defaultPrevented' | 'preventDefault'>

/** Takes the latest message for Escape; a lasting one may be the only one that the library lets hear it. */
const EscapeContext = createContext<(event: Escaped) => void>(() => undefined)

/** The messages, as a strip that the frame gives room to: they cover nothing. F8 brings the focus to it. */
export function Toaster({ toasts, label, dismiss, onDismiss, children }: ToasterProps) {
  const strip = useRef<HTMLOListElement>(null)
  useKeptFocus(strip, strip)
  const escape = (event: Escaped, id: number | undefined): void => {
    if (event.defaultPrevented || id === undefined) return
    // The library leaves the key to the window, which would close.
    event.preventDefault()
    onDismiss(id)
  }
  const escapeLatest = (event: Escaped): void => escape(event, toasts.at(-1)?.id)
  return (
    <Toast.Provider label={label} swipeDirection="down">
      <EscapeContext value={escapeLatest}>{children}</EscapeContext>
      {toasts.map((toast) => (
        <Toast.Root
          key={toast.id}
          className={`toast toast-${toast.tone}`}
          type={toast.tone === 'bad' ? 'foreground' : 'background'}
          duration={toast.tone === 'bad' ? Infinity : goodNewsMilliseconds}
          onOpenChange={(open) => !open && onDismiss(toast.id)}
          onKeyDown={(event) => event.key === 'Escape' && escape(event, toast.id)}
          // Pressed elsewhere, it takes the latest message; one that has the focus hears it itself.
          onEscapeKeyDown={(event) => !isAtMessage(event.target) && escapeLatest(event)}
        >
          <ToastWords {...toast} />
          <div className="toast-end">
            {toast.action}
            <Toast.Close asChild>
              <IconButton label={dismiss} icon={<CloseIcon />} />
            </Toast.Close>
          </div>
        </Toast.Root>
      ))}
      <Toast.Viewport ref={strip} className="toasts" label={`${label} (${keysPlace})`} />
    </Toast.Provider>
  )
}

function isAtMessage(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.toast:not(.toast-lasting)') !== null
}

export interface LastingToastProps {
  readonly tone: Tone
  readonly title: string
  readonly text: string
  /** Called again and again while the pointer or the focus is on it. */
  readonly onAttend?: () => void
  /** Read out with it, for what only the eyes get from the rest. */
  readonly aloud?: string | undefined
  /** It is there, but out of sight, where there are too many. */
  readonly hidden?: boolean
  /** A line beneath it for others that are out of sight; they were read out when they came. */
  readonly others?: ReactNode
  /** What stands at its end: the time, buttons. */
  readonly children: ReactNode
}

/** A message that stays as long as what it tells of; neither Escape nor a swipe takes it away, but others. */
export function LastingToast(props: LastingToastProps) {
  const { tone, title, text, aloud, hidden = false, others, children } = props
  const attention = useAttention(props.onAttend)
  const escapeLatest = useContext(EscapeContext)
  return (
    <Toast.Root
      open
      // Not left out: what comes back into sight would be read out once more.
      hidden={hidden}
      className={`toast toast-lasting toast-${tone}`}
      type={tone === 'bad' ? 'foreground' : 'background'}
      duration={Infinity}
      onEscapeKeyDown={(event) => !isAtMessage(event.target) && escapeLatest(event)}
      {...attention}
    >
      <ToastWords tone={tone} title={title} text={text} />
      {aloud !== undefined && <span className="only-read">{aloud}</span>}
      <div className="toast-end">{children}</div>
      {others && (
        <div className="toast-others" data-radix-toast-announce-exclude="">
          {others}
        </div>
      )}
    </Toast.Root>
  )
}

function ToastWords({ tone, title, text }: Pick<ToastView, 'tone' | 'title' | 'text'>) {
  const Icon = tone === 'good' ? GoodIcon : BadIcon
  return (
    <>
      <Icon className="toast-icon" aria-hidden="true" />
      <div className="toast-body">
        <Toast.Title className="toast-title">{title}</Toast.Title>
        {text && <Toast.Description className="toast-text">{text}</Toast.Description>}
      </div>
    </>
  )
}

/** Calls back at once and every few seconds as long as somebody has the pointer or the focus there. */
function useAttention(onAttend: (() => void) | undefined) {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const attended = pointed || focused
  useEffect(() => {
    if (!attended || !onAttend) return
    onAttend()
    const timer = setInterval(onAttend, attendMilliseconds)
    return () => clearInterval(timer)
  }, [attended, onAttend])
  return {
    onPointerEnter: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  }
}
