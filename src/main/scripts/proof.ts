/**
 * How a command and the program know each other before anything is asked. Both have read the secret that
 * stands beside the address in this user's own folder (place.ts), and each shows so once per connection
 * without saying it. An address alone proves nothing: any user can list the names of pipes, and serve one
 * that a crashed program has left behind.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Of what both sides say and of the file that tells of it; another version is not spoken to. */
export const exchangeVersion = 2

export type Side = 'command' | 'program'

/** What each side has made up for this one connection, so that no proof is good for another one. */
export type Nonces = Readonly<Record<Side, string>>

/** A secret or a nonce: 32 random octets in hexadecimal. */
export function freshOctets(): string {
  return randomBytes(32).toString('hex')
}

/** What only who knows the secret can say; the side is part of it, so that none can be handed back. */
export function proofOf(side: Side, secret: string, { command, program }: Nonces): string {
  const said = ['latchkey', exchangeVersion, side, command, program].join(' ')
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(said).digest('hex')
}

/** Whether `shown`, 32 octets in hexadecimal, is the proof of that side. */
export function isProof(shown: string, side: Side, secret: string, nonces: Nonces): boolean {
  const expected = Buffer.from(proofOf(side, secret, nonces), 'hex')
  return timingSafeEqual(Buffer.from(shown, 'hex'), expected)
}
