/**
 * Sealing without being able to open: whoever has the public half can leave something that only the
 * private half reads (X25519, HKDF-SHA-256, then a box as in box.ts). So a token that arrives while
 * Latchkey is locked is kept, and nothing in memory could read it.
 */
import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { open, seal } from './box'
import { keyBytes } from './passphrase-key'

/** Octets of a public key in DER. */
const publicBytes = 44

export interface InboxKeys {
  /** DER (SubjectPublicKeyInfo). */
  readonly publicKey: Buffer
  /** DER (PKCS 8). */
  readonly privateKey: Buffer
}

export function freshInbox(): InboxKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
  }
}

/** Seals for the owner of `publicKey`. */
export function leave(publicKey: Uint8Array, content: Uint8Array, purpose: string): Buffer {
  const once = generateKeyPairSync('x25519')
  const from = once.publicKey.export({ type: 'spki', format: 'der' })
  const key = sharedKey(once.privateKey, readPublic(publicKey), from, publicKey)
  return Buffer.concat([from, seal(key, content, purpose)])
}

/** Opens what was left for these keys; undefined for anything else. */
export function collect(keys: InboxKeys, sealed: Uint8Array, purpose: string): Buffer | undefined {
  const from = sealed.subarray(0, publicBytes)
  try {
    const own = createPrivateKey({
      key: Buffer.from(keys.privateKey),
      format: 'der',
      type: 'pkcs8',
    })
    const key = sharedKey(own, readPublic(from), from, keys.publicKey)
    return open(key, sealed.subarray(publicBytes), purpose)
  } catch {
    // What is no key of this kind was not left here.
    return undefined
  }
}

function readPublic(der: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
}

/** Both public keys go into the derivation, so that a sealed secret is bound to its recipient. */
function sharedKey(
  privateKey: KeyObject,
  publicKey: KeyObject,
  from: Uint8Array,
  to: Uint8Array,
): Buffer {
  const secret = diffieHellman({ privateKey, publicKey })
  const salt = Buffer.concat([from, to])
  return Buffer.from(hkdfSync('sha256', secret, salt, 'latchkey inbox 1', keyBytes))
}
