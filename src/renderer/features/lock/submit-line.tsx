import './lock.css'
import type { ReactNode } from 'react'
import { useFormats, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Announcement } from '../../ui/small'

export interface SubmitLineProps {
  readonly label: string
  readonly busy: boolean
  /** Milliseconds until it can be used. */
  readonly wait?: number
  /** Other ways out. */
  readonly children?: ReactNode
}

/** How coarsely a wait is read out: a number each second would drown everything else. */
const spokenStep = 30_000

/** The button of a form that takes the passphrase; while one has to wait, it says how long. */
export function SubmitLine({ label, busy, wait = 0, children }: SubmitLineProps) {
  const words = useText().lock.unlock
  const formats = useFormats()
  const spoken = Math.ceil(wait / spokenStep) * spokenStep
  return (
    <div className="lock-submit">
      <Button type="submit" look="primary" busy={busy} unavailable={busy || wait > 0}>
        {wait > 0 ? words.wait(formats.countdown(wait)) : label}
      </Button>
      {children}
      <Announcement>{wait > 0 ? words.wait(formats.countdown(spoken)) : ''}</Announcement>
    </div>
  )
}
