import './trust.css'
import type { Certificate, Fingerprint } from '../../../shared/site-trust'
import { useFormats, useText } from '../../stores/context'
import { Details, type Detail } from '../../ui/details'

/** What a certificate says of itself, and its fingerprint, which nobody can make up. */
export function CertificateFacts(props: {
  certificate: Certificate
  /** The one that was trusted before, to compare. */
  before?: Fingerprint | undefined
}) {
  const { certificate, before } = props
  const text = useText()
  const words = text.trust.facts
  const formats = useFormats()
  const { subject, issuer, names, validFrom, validTo } = certificate
  const items: Detail[] = [
    { key: 'subject', label: words.subject, value: <bdi>{subject || words.none}</bdi> },
    { key: 'names', label: words.names, value: <bdi>{text.prose.list(names) || words.none}</bdi> },
    { key: 'issuer', label: words.issuer, value: <bdi>{issuer || words.none}</bdi> },
    {
      key: 'valid',
      label: words.valid,
      value: words.span(formats.date(validFrom), formats.date(validTo)),
    },
    {
      key: 'fingerprint',
      label: words.fingerprint,
      value: <Print value={certificate.fingerprint} />,
    },
    ...(before ? [{ key: 'before', label: words.before, value: <Print value={before} /> }] : []),
  ]
  return <Details items={items} />
}

/** Four lines of eight pairs, written as browsers and openssl do, so that it can be compared by eye. */
function Print({ value }: { value: Fingerprint }) {
  const pairs = value.split(':')
  const lines = [0, 8, 16, 24].map((start) => pairs.slice(start, start + 8).join(':'))
  return (
    <span className="fingerprint">
      {lines.map((line, index) => (
        <span key={index}>
          {line}
          {index < lines.length - 1 && ':'}
        </span>
      ))}
    </span>
  )
}
