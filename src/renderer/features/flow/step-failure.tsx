import { useRef } from 'react'
import { FailureNotice, type FailureNoticeProps } from '../failure/failure-notice'
import { useInSight } from './use-in-sight'

export interface StepFailureProps extends FailureNoticeProps {
  /** The turn of the attempt that it ended: a step that is only drawn anew moves nothing. */
  readonly turn: number
}

/** What went wrong with a step, above its form. */
export function StepFailure({ turn, ...props }: StepFailureProps) {
  const area = useRef<HTMLDivElement>(null)
  useInSight(area, turn)
  return (
    <div ref={area} className="step-told">
      <FailureNotice {...props} />
    </div>
  )
}
