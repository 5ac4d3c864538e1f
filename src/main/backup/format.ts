/**
 * The file of a backup, version 1, as docs/backup-format.md describes it: a header in clear that names
 * nobody, and a body that opens with the passphrase only. This folder makes backups and takes them in;
 * it speaks to no window and knows files by the desk that asks the person for them.
 */
import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/failure'
import { open, seal } from '../sealing/box'
import {
  asksForTooMuch,
  deriveKey,
  freshPassphraseKey,
  keyBytes,
  passphraseKeyShape,
} from '../sealing/passphrase-key'
import { entryLimit } from './content'
import { holdsMoreParts } from './json-parts'

const name = 'latchkey-backup'
const version = 1

/**
 * The largest file that is read or written, in octets, and the largest body once it is unpacked: ten thousand
 * accounts with the longest names and secrets take some 70 MB, and more where much in them is escaped.
 */
export const fileLimitBytes = 64 * 1024 * 1024
export const bodyLimitBytes = 128 * 1024 * 1024
/**
 * The most parts, as json-parts.ts counts them, in anything that is parsed. An account that has everything takes 24,
 * and each may cost a hundred octets once it is parsed.
 */
export const partLimit = 40 * entryLimit

/** As long in text is not yet as long in octets: padding is part of the text. */
const isOctets = (text: string, octets: number): boolean =>
  Buffer.from(text, 'base64').length === octets

const envelope = z.lazy(() =>
  z.object({
    format: z.literal(name),
    version: z.literal(version),
    created: z.iso.datetime(),
    key: passphraseKeyShape.refine(({ salt }) => isOctets(salt, 16)),
    check: z.base64().refine((text) => isOctets(text, keyBytes)),
    body: z.string(),
    sum: z.string().regex(/^[0-9a-f]{64}$/),
  }),
)
/** A backup that is whole as far as can be told without its passphrase. */
export type SealedBackup = z.infer<typeof envelope>

/**
 * Seals what JSON can say. `log2N` may be lower in tests. Fails with `backup-too-large` for what could
 * not be opened again.
 */
export async function sealBackup(
  content: unknown,
  passphrase: string,
  created: number,
  log2N?: number,
): Promise<Result<string>> {
  const json = JSON.stringify(content)
  const plain = Buffer.from(json, 'utf8')
  if (plain.length > bodyLimitBytes || holdsMoreParts(json, partLimit)) {
    return fail('backup-too-large')
  }
  const key = freshPassphraseKey(log2N)
  const keys = keysOf(await deriveKey(passphrase, key))
  const head = { format: name, version, created: new Date(created).toISOString(), key } as const
  const check = keys.check.toString('base64')
  const packed = await promisify(gzip)(plain)
  const body = seal(keys.body, packed, headText({ ...head, check })).toString('base64')
  const sum = sumOf({ ...head, check, body })
  const text = `${JSON.stringify({ ...head, check, body, sum }, undefined, 1)}\n`
  return text.length > fileLimitBytes ? fail('backup-too-large') : ok(text)
}

/**
 * Reads a file as far as that goes without the passphrase. Failures: `not-a-backup`, `backup-newer`,
 * `backup-damaged`, `backup-too-large`.
 */
export function readBackup(text: string): Result<SealedBackup> {
  const parsed = parse(text)
  const isNamed = text.includes(`"${name}"`)
  if (!parsed.ok) return isNamed ? parsed : fail('not-a-backup')
  const kind = z.object({ format: z.literal(name), version: z.number() }).safeParse(parsed.value)
  if (!kind.success) return fail(isNamed ? 'backup-damaged' : 'not-a-backup')
  if (kind.data.version > version) return fail('backup-newer')
  const read = envelope.safeParse(parsed.value)
  if (!read.success || sumOf(read.data) !== read.data.sum) return fail('backup-damaged')
  return ok(read.data)
}

/**
 * Opens a backup and gives what was sealed. Failures: `wrong-passphrase`, `backup-too-large`, and
 * `backup-damaged` where the passphrase is right and the body is not what it was.
 */
export async function openBackup(
  sealed: SealedBackup,
  passphrase: string,
): Promise<Result<unknown>> {
  const derived = await deriveKey(passphrase, sealed.key).catch((error: unknown) => {
    // Parameters within the limits one by one may still ask for more memory than is allowed.
    if (asksForTooMuch(error)) return undefined
    throw error
  })
  if (derived === undefined) return fail('backup-damaged')
  const keys = keysOf(derived)
  if (!timingSafeEqual(keys.check, Buffer.from(sealed.check, 'base64'))) {
    return fail('wrong-passphrase')
  }
  const packed = open(keys.body, Buffer.from(sealed.body, 'base64'), headText(sealed))
  if (packed === undefined) return fail('backup-damaged')
  return unpack(packed)
}

async function unpack(packed: Buffer): Promise<Result<unknown>> {
  try {
    const plain = await promisify(gunzip)(packed, { maxOutputLength: bodyLimitBytes })
    return parse(plain.toString('utf8'))
  } catch (error) {
    const tooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return fail(tooLarge ? 'backup-too-large' : 'backup-damaged')
  }
}

/**
 * Two keys from one, so that what tells a wrong passphrase says nothing about the key that seals. The
 * first binds the file to one passphrase, which the seal alone does not.
 */
function keysOf(derived: Buffer): { readonly check: Buffer; readonly body: Buffer } {
  const keyFor = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', derived, '', `latchkey backup 1 ${purpose}`, keyBytes))
  return { check: keyFor('check'), body: keyFor('body') }
}

/** The header as the seal covers it: its values in this order, one blank between them. */
function headText({
  created,
  key,
  check,
}: Pick<SealedBackup, 'created' | 'key' | 'check'>): string {
  const { kind, log2N, r, p, salt } = key
  return [name, version, created, kind, log2N, r, p, salt, check].join(' ')
}

/** Finds accidents before anything is typed; it protects from nobody who means it. */
function sumOf(sealed: Omit<SealedBackup, 'sum' | 'format' | 'version'>): string {
  return createHash('sha256').update(headText(sealed)).update(' ').update(sealed.body).digest('hex')
}

/** Fails with `backup-damaged` for what is no JSON, and with `backup-too-large` before it is parsed. */
function parse(text: string): Result<unknown> {
  if (holdsMoreParts(text, partLimit)) return fail('backup-too-large')
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    return fail('backup-damaged')
  }
}
