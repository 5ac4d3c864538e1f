/**
 * Reads the certificate at the other end of a TLS connection, and finds each reason why it is not
 * trusted: the check of a handshake tells one and hides the others behind it.
 */
import { X509Certificate } from 'node:crypto'
import tls, { type TLSSocket } from 'node:tls'
import {
  fingerprint,
  type Certificate,
  type CertificateLook,
  type CertificateProblem,
} from '../../shared/site-trust'
import { oneLine } from '../../shared/one-line'

/** What a connection that stands tells of its certificate; undefined if that cannot be read. */
export function readCertificate(
  socket: TLSSocket,
  url: URL,
  now: number,
  trusted: readonly string[],
): CertificateLook | undefined {
  const x509 = socket.getPeerX509Certificate()
  const certificate = x509 && describeCertificate(x509)
  if (!certificate) return undefined
  const problems = socket.authorized ? [] : problemsOf(socket, x509, url, now, trusted)
  return { host: url.host, certificate, problems }
}

/** What a certificate says of itself; undefined if it has no readable times. */
export function describeCertificate(x509: X509Certificate): Certificate | undefined {
  const validFrom = Date.parse(x509.validFrom)
  const validTo = Date.parse(x509.validTo)
  const print = fingerprint.safeParse(x509.fingerprint256)
  if (Number.isNaN(validFrom) || Number.isNaN(validTo) || !print.success) return undefined
  return {
    subject: nameOf(x509.subject),
    issuer: nameOf(x509.issuer),
    names: namesOf(x509.subjectAltName),
    ...{ validFrom, validTo, fingerprint: print.data },
  }
}

/** Node gives a name as one line for each part: `CN=…`. */
function nameOf(lines: string | undefined): string {
  return oneLine((lines ?? '').split('\n').join(', ')).slice(0, 500)
}

/** Reads `DNS:a.example, IP Address:10.0.0.1`; what has a comma or quote in it comes as a JSON string. */
function namesOf(text: string | undefined): string[] {
  const entries = text?.matchAll(/(?:^|, )(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g) ?? []
  return [...entries].slice(0, 50).map(([, name = '']) => oneLine(name).slice(0, 300))
}

function problemsOf(
  socket: TLSSocket,
  x509: X509Certificate,
  url: URL,
  now: number,
  trusted: readonly string[],
): CertificateProblem[] {
  const code = String(socket.authorizationError)
  const issuer = issuerProblem(x509, code, trusted)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const problems: CertificateProblem[] = [
    ...(issuer ? [issuer] : []),
    ...(Date.parse(x509.validTo) < now ? [{ kind: 'expired' } as const] : []),
    ...(Date.parse(x509.validFrom) > now ? [{ kind: 'not-valid-yet' } as const] : []),
    ...(tls.checkServerIdentity(host, x509.toLegacyObject())
      ? [{ kind: 'other-host' } as const]
      : []),
  ]
  return problems.length > 0 ? problems : [{ kind: 'other', code }]
}

const unknownIssuer: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
])

/** The check tells of the issuer only where nothing else is wrong; where it told of a date, look here. */
function issuerProblem(
  x509: X509Certificate,
  code: string,
  trusted: readonly string[],
): CertificateProblem | undefined {
  const dated = code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID'
  const unknown = unknownIssuer.has(code) || (dated && !leadsToTrusted(x509, trusted))
  if (!unknown) return undefined
  return { kind: isIssuedBy(x509, x509) ? 'self-signed' : 'unknown-authority' }
}

/** Whether the chain that was shown ends at, or just before, a certificate that is trusted. */
function leadsToTrusted(x509: X509Certificate, trusted: readonly string[]): boolean {
  let last = x509
  // Longer than any that a handshake takes.
  for (let steps = 0; last.issuerCertificate && steps < 100; steps += 1) {
    if (isIssuedBy(last, last)) break
    last = last.issuerCertificate
  }
  return trusted
    .map((pem) => new X509Certificate(pem))
    .some((root) => root.fingerprint256 === last.fingerprint256 || isIssuedBy(last, root))
}

function isIssuedBy(x509: X509Certificate, issuer: X509Certificate): boolean {
  return x509.checkIssued(issuer) && x509.verify(issuer.publicKey)
}
