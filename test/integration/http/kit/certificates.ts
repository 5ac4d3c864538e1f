/**
 * Makes certificates (RFC 5280, ECDSA P-256) for one test run in memory. Node can read X.509 but not
 * write it, and the openssl command is not on every machine, so the few structures needed are
 * written here.
 */
import {
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'

/** What node:tls takes, as PEM. */
export interface KeyPair {
  readonly key: string
  readonly cert: string
}

export interface Validity {
  readonly from: Date
  readonly to: Date
}

export interface Authority extends KeyPair {
  /** Signs a certificate for names and IPv4 addresses, valid around now unless told. */
  issue(names: readonly string[], validity?: Validity): KeyPair
}

const hour = 3_600_000
const aroundNow = (): Validity => ({
  from: new Date(Date.now() - hour),
  to: new Date(Date.now() + hour),
})

/** An authority that nobody knows. */
export function createAuthority(): Authority {
  const own = create({ name: 'Test authority', names: [], validity: aroundNow(), authority: true })
  return {
    ...own,
    issue: (names, validity = aroundNow()) =>
      create({ name: 'test', names, validity, authority: false, issuer: own }),
  }
}

/** A certificate that nobody but itself vouches for. */
export function selfSigned(names: readonly string[], validity = aroundNow()): KeyPair {
  return create({ name: 'test', names, validity, authority: false })
}

interface Wanted {
  readonly name: string
  readonly names: readonly string[]
  readonly validity: Validity
  readonly authority: boolean
  readonly issuer?: KeyPair
}

function create({ name, names, validity, authority, issuer }: Wanted): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const signer: KeyObject = issuer ? createPrivateKey(issuer.key) : privateKey
  const algorithm = sequence(oid(1, 2, 840, 10045, 4, 3, 2))
  const content = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    commonName(issuer ? 'Test authority' : name),
    sequence(time(validity.from), time(validity.to)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...(authority ? [mayIssue()] : [alternativeNames(names)]))),
  )
  const signature = sign('sha256', content, signer)
  const whole = sequence(content, algorithm, tagged(0x03, Buffer.from([0]), signature))
  // An empty line before the end, as after a last line of exactly 64, would be refused.
  const lines = whole.toString('base64').replace(/.{1,64}/g, '$&\n')
  return { key, cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n` }
}

function mayIssue(): Buffer {
  const yes = tagged(0x01, Buffer.from([0xff]))
  return sequence(oid(2, 5, 29, 19), yes, tagged(0x04, sequence(yes)))
}

function alternativeNames(names: readonly string[]): Buffer {
  const entries = names.map((name) =>
    /^[\d.]+$/.test(name)
      ? tagged(0x87, Buffer.from(name.split('.').map(Number)))
      : tagged(0x82, Buffer.from(name, 'ascii')),
  )
  return sequence(oid(2, 5, 29, 17), tagged(0x04, sequence(...entries)))
}

function commonName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(oid(2, 5, 4, 3), tagged(0x0c, Buffer.from(name)))))
}

/** UTCTime, which is right for years up to 2049. */
function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(2, 14)
  return tagged(0x17, Buffer.from(`${digits}Z`, 'ascii'))
}

function oid(first: number, second: number, ...rest: readonly number[]): Buffer {
  const bytes = rest.flatMap((arc) => {
    const parts = [arc & 0x7f]
    for (let left = arc >> 7; left > 0; left >>= 7) parts.unshift((left & 0x7f) | 0x80)
    return parts
  })
  return tagged(0x06, Buffer.from([first * 40 + second, ...bytes]))
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes)
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts)
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content])
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), content])
}
