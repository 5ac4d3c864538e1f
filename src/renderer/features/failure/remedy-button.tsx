import type { Failure } from '../../../shared/failure'
import { remedyOf, type FailureOffers } from '../../../shared/failure-remedy'
import { useFormats, useText } from '../../stores/context'
import { Button, type ButtonProps } from '../../ui/button'
import { WaitNews } from '../../ui/news'
import { useTimeLeft } from '../../ui/use-time'

export interface RemedyButtonProps extends Pick<ButtonProps, 'look' | 'onClick'> {
  readonly failure: Failure
  readonly offers: FailureOffers
}

/** The one button that helps after a failure; while the service asks to wait, it says how long. */
export function RemedyButton({ failure, offers, look, onClick }: RemedyButtonProps) {
  const text = useText()
  const formats = useFormats()
  const wait = useTimeLeft(failure.retryAt)
  const remedy = remedyOf(failure, offers)
  if (!remedy) return null
  return (
    <>
      <Button
        look={look}
        unavailable={wait > 0}
        onClick={(event) => {
          onClick?.(event)
          offers[remedy]?.()
        }}
      >
        {wait > 0 ? text.flow.waitFor(formats.countdown(wait)) : text.remedies[remedy]}
      </Button>
      <WaitNews left={wait} over={text.flow.canTryAgain} />
    </>
  )
}
