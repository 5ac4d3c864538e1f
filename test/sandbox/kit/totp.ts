import { createHmac } from 'node:crypto'

const stepSeconds = 30

/** The six digits of RFC 6238 (SHA-1, 30 s) at a time in milliseconds, `steps` away from it. */
export function totp(secret: Buffer, atMs: number, steps = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 1000 / stepSeconds) + steps))
  const mac = createHmac('sha1', secret).update(counter).digest()
  // RFC 4226 5.3: the last four bits say where the 31-bit number starts.
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** Whether `code` is right now, or one step before or after. */
export function totpMatches(secret: Buffer, code: string, atMs: number): boolean {
  return [-1, 0, 1].some((steps) => totp(secret, atMs, steps) === code)
}
