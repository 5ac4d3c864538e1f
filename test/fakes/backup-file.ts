/**
 * Writes files of backups as docs/backup-format.md describes them and without a line of the program's, so
 * that a test can seal what the program never would, and see that the description is enough.
 */
import { createCipheriv, createHash, hkdfSync, randomBytes, scryptSync } from 'node:crypto'

export interface BackupFile {
  created: string
  key: { kind: string; log2N: number; r: number; p: number; salt: string }
  check: string
  body: string
}

/** Seals octets, which a good backup would have packed, under a passphrase. */
export function sealOctets(passphrase: string, octets: Uint8Array): BackupFile {
  const salt = randomBytes(16)
  const derived = scryptSync(passphrase, salt, 32, { N: 1024, r: 8, p: 1 })
  const keyFor = (info: string) => Buffer.from(hkdfSync('sha256', derived, '', info, 32))
  const file: BackupFile = {
    created: '2026-11-20T12:00:00.000Z',
    key: { kind: 'scrypt', log2N: 10, r: 8, p: 1, salt: salt.toString('base64') },
    check: keyFor('latchkey backup 1 check').toString('base64'),
    body: '',
  }
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor('latchkey backup 1 body'), nonce)
  cipher.setAAD(Buffer.from(headOf(file)))
  const sealed = [nonce, cipher.update(octets), cipher.final(), cipher.getAuthTag()]
  return { ...file, body: Buffer.concat(sealed).toString('base64') }
}

/** The text of a file, with a sum that fits whatever stands in it. */
export function fileText(file: BackupFile): string {
  const sum = createHash('sha256')
    .update(`${headOf(file)} ${file.body}`)
    .digest('hex')
  return JSON.stringify({ format: 'latchkey-backup', version: 1, ...file, sum })
}

function headOf({ created, key, check }: BackupFile): string {
  return `latchkey-backup 1 ${created} ${key.kind} ${key.log2N} ${key.r} ${key.p} ${key.salt} ${check}`
}
