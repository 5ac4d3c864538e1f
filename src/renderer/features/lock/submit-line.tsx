import './lock.css'
import type { ReactNode } from 'react'
import { useFormats, useText } from '../../stores/context'
import { Button, type ButtonProps } from '../../ui/button'
import { WaitNews } from '../../ui/news'

export interface SubmitLineProps {
  readonly label: string
  readonly look?: ButtonProps['look']
  readonly busy: boolean
  /** Milliseconds until it can be used. */
  readonly wait?: number
  /** Other ways out. */
  readonly children?: ReactNode
}

/** The button of a form that takes the passphrase; while one has to wait, it says how long. */
export function SubmitLine(props: SubmitLineProps) {
  const { label, look = 'primary', busy, wait = 0, children } = props
  const text = useText()
  const formats = useFormats()
  const waiting = text.lock.unlock.wait(formats.countdown(wait))
  return (
    <div className="lock-submit">
      <Button type="submit" look={look} busy={busy} unavailable={busy || wait > 0}>
        {wait > 0 ? waiting : label}
      </Button>
      {children}
      <WaitNews left={wait} begins={waiting} over={text.flow.canTryAgain} />
    </div>
  )
}
