import './trust.css'
import type { ReactNode } from 'react'
import type { Failure } from '../../../shared/failure'
import type { CertificateLook, SiteTrust, TrustWish } from '../../../shared/site-trust'
import { useFormats, useText } from '../../stores/context'
import { isTrusted } from '../../stores/selectors'
import { FailureNotice } from '../failure/failure-notice'
import { QuestionDialog } from '../../ui/dialog'
import { useReadFirst } from '../../ui/use-read-first'
import { CertificateFacts } from './certificate-facts'

/** What a person is asked to allow: a certificate as it was shown, or http to a host. */
export type TrustAsk =
  | { readonly kind: 'certificate'; readonly look: CertificateLook }
  | { readonly kind: 'plain-http'; readonly host: string }

export interface TrustQuestionProps {
  readonly ask: TrustAsk
  /** What is allowed for the site now. */
  readonly before?: SiteTrust | undefined
  readonly busy: boolean
  /** Why what was allowed a moment ago could not be done. */
  readonly failure?: Failure | undefined
  readonly onTrust: (wish: TrustWish) => void
  readonly onCancel: () => void
}

/** Asks whether something shall be allowed for one site; not allowing has the focus, Escape means it. */
export function TrustQuestion(props: TrustQuestionProps) {
  const { ask } = props
  switch (ask.kind) {
    case 'certificate':
      return <CertificateQuestion {...props} look={ask.look} />
    case 'plain-http':
      return <PlainHttpQuestion {...props} host={ask.host} />
  }
}

function CertificateQuestion(props: TrustQuestionProps & { look: CertificateLook }) {
  const { look, before, onTrust } = props
  const words = useText().trust.certificate
  const formats = useFormats()
  const { certificate, host, problems } = look
  const another = before?.kind === 'certificate' && !isTrusted(before, certificate)
  const trusted = another ? before : undefined
  return (
    <Question
      {...props}
      wide
      title={words.title(host)}
      confirm={words.confirm(host)}
      cancel={words.cancel}
      onConfirm={() => onTrust({ kind: 'certificate', fingerprint: certificate.fingerprint })}
    >
      <p>{words.text}</p>
      {trusted && <p>{words.changed(formats.date(trusted.since))}</p>}
      <p className="trust-heading">{words.problems}</p>
      <ul className="trust-list">
        {problems.map((problem) => {
          const at = problem.kind === 'expired' ? certificate.validTo : certificate.validFrom
          const { hostname } = new URL(`https://${host}`)
          return (
            <li key={problem.kind}>{words.problem(problem, formats.dateTime(at), hostname)}</li>
          )
        })}
      </ul>
      <CertificateFacts certificate={certificate} before={trusted?.certificate.fingerprint} />
      <p className="soft">{words.advice}</p>
    </Question>
  )
}

function PlainHttpQuestion(props: TrustQuestionProps & { host: string }) {
  const { host, onTrust } = props
  const words = useText().trust.plainHttp
  return (
    <Question
      {...props}
      title={words.title(host)}
      confirm={words.confirm}
      cancel={words.cancel}
      onConfirm={() => onTrust({ kind: 'plain-http' })}
    >
      <p>{words.text}</p>
      <p>{words.readers}</p>
      <ul className="trust-list">
        {words.reads.map((reader) => (
          <li key={reader}>{reader}</li>
        ))}
      </ul>
      <p>{words.what}</p>
      <p className="soft">{words.advice}</p>
    </Question>
  )
}

interface QuestionProps extends TrustQuestionProps {
  readonly title: string
  readonly confirm: string
  readonly cancel: string
  readonly wide?: boolean
  readonly children: ReactNode
  readonly onConfirm: () => void
}

function Question({ title, confirm, cancel, wide = false, children, ...rest }: QuestionProps) {
  const { busy, failure, onConfirm, onCancel } = rest
  const notYet = useReadFirst()
  return (
    <QuestionDialog {...{ title, confirm, cancel, wide, busy, notYet, onConfirm, onCancel }}>
      {children}
      {failure && <FailureNotice failure={failure} serviceName="" offers={{}} />}
    </QuestionDialog>
  )
}
