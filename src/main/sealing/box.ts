/** Sealing with a key: AES-256-GCM, bound to what the content is for, so that it opens nowhere else. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16

/** What sealing adds to a content's length, in octets. */
export const boxOverheadBytes = ivBytes + tagBytes

/**
 * Seals `content`: nonce, ciphertext, tag. `key` has `keyBytes` octets; `purpose` is needed again to
 * open it. A nonce is random: a key seals far fewer than 2^32 times.
 */
export function seal(key: Buffer, content: Uint8Array, purpose: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(purpose, 'utf8'))
  return Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** Opens what was sealed with the same key for the same purpose; undefined for anything else. */
export function open(key: Buffer, sealed: Uint8Array, purpose: string): Buffer | undefined {
  if (sealed.length < boxOverheadBytes) return undefined
  const iv = sealed.subarray(0, ivBytes)
  const tag = sealed.subarray(sealed.length - tagBytes)
  const body = sealed.subarray(ivBytes, sealed.length - tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(purpose, 'utf8'))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(body), decipher.final()])
  } catch {
    return undefined
  }
}
