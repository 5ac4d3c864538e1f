import { useRef } from 'react'
import { FailureNotice, type FailureNoticeProps } from '../failure/failure-notice'
import { useInSight } from './use-in-sight'

/** What went wrong with a step, above its form. */
export function StepFailure(props: FailureNoticeProps) {
  const area = useRef<HTMLDivElement>(null)
  useInSight(area, props.failure)
  return (
    <div ref={area} className="step-told">
      <FailureNotice {...props} />
    </div>
  )
}
