/**
 * What a person may allow for one site of their own, beyond what holds for every server: a certificate
 * that the system does not trust, or plain http within the network they are in.
 */
import { z } from 'zod'
import { instant } from './instant'

/** The SHA-256 of a certificate, in capitals and colons, as browsers and openssl print it. */
export const fingerprint = z
  .string()
  .regex(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/)
  .brand<'Fingerprint'>()
export type Fingerprint = z.infer<typeof fingerprint>

/** A certificate as it is shown. All but the fingerprint is only what it says of itself. */
export const certificate = z.object({
  subject: z.string().max(500),
  issuer: z.string().max(500),
  /** The hosts that it is for. */
  names: z.array(z.string().max(300)).max(50),
  validFrom: instant,
  validTo: instant,
  fingerprint,
})
export type Certificate = z.infer<typeof certificate>

/** Why a certificate is not trusted, one by one. `other` comes with the code of what was found. */
export const certificateProblem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self-signed') }),
  z.object({ kind: z.literal('unknown-authority') }),
  z.object({ kind: z.literal('expired') }),
  z.object({ kind: z.literal('not-valid-yet') }),
  z.object({ kind: z.literal('other-host') }),
  z.object({ kind: z.literal('other'), code: z.string() }),
])
export type CertificateProblem = z.infer<typeof certificateProblem>

/** What a server showed when it was asked for nothing but its certificate. */
export const certificateLook = z.object({
  /** Host and port. */
  host: z.string(),
  certificate,
  /** Empty where the system trusts it. */
  problems: z.array(certificateProblem),
})
export type CertificateLook = z.infer<typeof certificateLook>

/** What a person wants to allow; a certificate is named by the fingerprint that they have seen. */
export const trustWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('certificate'), fingerprint }).strict(),
  z.object({ kind: z.literal('plain-http') }).strict(),
])
export type TrustWish = z.infer<typeof trustWish>

/** What a person has allowed for a site, and since when. */
export const siteTrust = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('certificate'), certificate, since: instant }),
  z.object({ kind: z.literal('plain-http'), since: instant }),
])
export type SiteTrust = z.infer<typeof siteTrust>
