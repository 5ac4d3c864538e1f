import './failure.css'
import type { ServerId } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import type { FailureOffers } from '../../../shared/failure-remedy'
import { systemCode, systemReason } from '../../../shared/system-error'
import { useFormats, useText } from '../../stores/context'
import { Notice } from '../../ui/notice'
import { TrustOffer, useTrustable } from '../trust/trust-offer'
import { RemedyButton } from './remedy-button'

export interface FailureNoticeProps {
  readonly failure: Failure
  /** The label of the account that it befell, where the place does not say so. */
  readonly of?: string
  /** Whose words `detail` are. */
  readonly serviceName: string
  readonly offers: FailureOffers
  /** Where it happened: for a site of their own, a person may have a way out. */
  readonly server?: ServerId | undefined
  /** What happened is told elsewhere, at a field; here stands only what the field cannot say. */
  readonly untitled?: boolean
  /** Its button is what to do next: the one that the place has besides stands back. */
  readonly leads?: boolean
  /** It is part of a state that lasts, which tells by itself when it changes. */
  readonly lasting?: boolean
}

/** A failure in words: what happened, what the service said, and the one button that helps. */
export function FailureNotice(props: FailureNoticeProps) {
  const { failure, of, serviceName, offers, server, untitled = false, leads, lasting } = props
  const text = useText()
  const formats = useFormats()
  const words = text.failures[failure.code]
  const title = of === undefined ? words.title : text.accounts.failed(of, words.title)
  const trustable = useTrustable(failure, server)
  const look = leads === true ? 'primary' : 'plain'
  return (
    <Notice
      tone={failure.code === 'cancelled' ? 'info' : 'bad'}
      role={lasting === true ? undefined : 'alert'}
      title={untitled ? undefined : title}
      actions={
        trustable ? (
          <TrustOffer failure={failure} server={trustable} look={look} />
        ) : (
          <RemedyButton failure={failure} offers={offers} look={look} />
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

/** What a failure brought along: the service's own words, its code, what to quote when asking. */
export function FailureDetail({
  failure,
  serviceName,
}: Pick<FailureNoticeProps, 'failure' | 'serviceName'>) {
  const { failureParts: parts } = useText()
  const told = useDetailWords(failure, serviceName)
  const system = systemCode(failure)
  const references = [
    system === undefined ? undefined : parts.code(system),
    failure.serviceCode === undefined ? undefined : parts.code(failure.serviceCode),
    failure.correlationId === undefined ? undefined : parts.reference(failure.correlationId),
  ].filter((part) => part !== undefined)
  return (
    <>
      {told !== undefined && <p className="failure-detail">{told}</p>}
      {references.length > 0 && <p className="failure-reference">{references.join(' · ')}</p>}
    </>
  )
}

/** What the detail of a failure says to a person: what the system calls an error says nothing by its name. */
function useDetailWords(failure: Failure, serviceName: string): string | undefined {
  const { failureParts: parts } = useText()
  const formats = useFormats()
  const { code, detail } = failure
  const system = systemCode(failure)
  const reason = system === undefined ? undefined : systemReason(system)
  if (reason !== undefined) return parts.system[reason]
  if (detail === undefined || system !== undefined || code === 'invalid-input') return undefined
  // What a service says itself comes with its own code.
  const said = failure.serviceCode === undefined ? undefined : serviceName
  return parts.detail(code, formats.words(detail), said)
}
