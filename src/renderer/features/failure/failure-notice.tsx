import './failure.css'
import type { ServerId } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import { failureRemedies, type Remedy } from '../../../shared/failure-remedy'
import { useFormats, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { useTimeLeft } from '../../ui/use-time'
import { TrustOffer, useTrustable } from '../trust/trust-offer'

/** What the place that shows a failure can do about it. */
export type FailureOffers = Partial<Readonly<Record<Remedy, () => void>>>

export interface FailureNoticeProps {
  readonly failure: Failure
  /** Whose words `detail` are. */
  readonly serviceName: string
  readonly offers: FailureOffers
  /** Where it happened: for a site of their own, a person may have a way out. */
  readonly server?: ServerId | undefined
  /** What happened is told elsewhere, at a field; here stands only what the field cannot say. */
  readonly untitled?: boolean
}

/** A failure in words: what happened, what the service said, and the one button that helps. */
export function FailureNotice(props: FailureNoticeProps) {
  const { failure, serviceName, offers, server, untitled = false } = props
  const text = useText()
  const formats = useFormats()
  const words = text.failures[failure.code]
  const remedy = remedyOf(failure, offers)
  const trustable = useTrustable(failure, server)
  const wait = useTimeLeft(failure.retryAt)
  return (
    <Notice
      tone={failure.code === 'cancelled' ? 'info' : 'bad'}
      role="alert"
      title={untitled ? undefined : words.title}
      actions={
        trustable ? (
          <TrustOffer failure={failure} server={trustable} />
        ) : (
          remedy && (
            <Button unavailable={wait > 0} onClick={offers[remedy]}>
              {wait > 0 ? text.flow.waitFor(formats.countdown(wait)) : text.remedies[remedy]}
            </Button>
          )
        )
      }
    >
      <p>{words.text}</p>
      {failure.retryAt !== undefined && (
        <p>{text.failureParts.retryAt(formats.time(failure.retryAt))}</p>
      )}
      <FailureDetail failure={failure} serviceName={serviceName} />
    </Notice>
  )
}

/** The one button that leads on from here: the failure's own, else asking once more. */
export function remedyOf({ code }: Failure, offers: FailureOffers): Remedy | undefined {
  const own = failureRemedies[code]
  if (own === 'correct' || own === 'none') return undefined
  if (offers[own]) return own
  return offers.retry && 'retry'
}

/** What a failure brought along: the service's own words, its code, what to quote when asking. */
export function FailureDetail({
  failure,
  serviceName,
}: Pick<FailureNoticeProps, 'failure' | 'serviceName'>) {
  const { failureParts: parts } = useText()
  const formats = useFormats()
  const references = [
    failure.serviceCode === undefined ? undefined : parts.code(failure.serviceCode),
    failure.correlationId === undefined ? undefined : parts.reference(failure.correlationId),
  ].filter((part) => part !== undefined)
  return (
    <>
      {failure.detail !== undefined && failure.code !== 'invalid-input' && (
        <p className="failure-detail">
          {parts.detail(failure.code, formats.words(failure.detail), serviceName)}
        </p>
      )}
      {references.length > 0 && <p className="failure-reference">{references.join(' · ')}</p>}
    </>
  )
}
