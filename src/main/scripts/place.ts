/**
 * Where the command finds the program: `<profile>/run`, which is this user's alone, holds a file
 * `address` with the path of the socket and the secret by which both sides know each other (proof.ts).
 * The path stands in a file because it cannot always be derived: the address of a Unix socket has room
 * for 103 bytes, and a command that runs from a timer has another environment than the program. On
 * Windows the file names a pipe.
 */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { addressFile, runFolder } from './address-file'
import { unsafeFolder, unsafePath, type Unsafe } from './folder'
import { addressed, announcement, readLine, writeLine, type Announcement } from './protocol'
import { exchangeVersion } from './proof'

/** macOS gives 104 bytes with the closing NUL, Linux 108. */
const longestAddress = 103
/** An address is a path, and a secret is short; a longer file is not ours. */
const longestFile = 4_096

export type Place =
  | { readonly kind: 'at'; readonly address: string }
  | { readonly kind: 'unsafe'; readonly why: Unsafe }

/**
 * What a command finds; `other-version` where a program says it in a way that is not this one's, with
 * the address as far as that can be told: what says it may run, or have crashed before an update.
 */
export type Found =
  | ({ readonly kind: 'at' } & Announcement)
  | Extract<Place, { kind: 'unsafe' }>
  | { readonly kind: 'other-version'; readonly address: string | undefined }

/** Whether an address is a path whose folder and modes can be looked at, which a Windows pipe is not. */
export function isPath(address: string): boolean {
  return !address.startsWith('\\\\.\\pipe\\')
}

/**
 * For the command: where to connect to. `unsafe` with `missing` means that no program runs on this
 * profile; all else that somebody may have put something in the way, and nothing must be sent.
 */
export function findPlace(profile: string): Found {
  const file = addressFile(profile)
  const why = unsafeFolder(runFolder(profile)) ?? unsafePath(file, 'file')
  if (why) return { kind: 'unsafe', why }
  const said = readAnnounced(file)
  if (said === undefined) return { kind: 'unsafe', why: { kind: 'missing' } }
  const address = addressIn(said)
  // A pipe has no owner that Node could look at: whose it is shows when it has to prove the secret.
  const unsafe =
    address !== undefined && isPath(address)
      ? (unsafeFolder(dirname(address)) ?? unsafePath(address, 'socket'))
      : undefined
  if (unsafe) return { kind: 'unsafe', why: unsafe }
  const announced = readLine(announcement, said)
  return announced ? { kind: 'at', ...announced } : { kind: 'other-version', address }
}

/** Where a program says that it is, in this version or another: the first one wrote the address alone. */
function addressIn(said: string): string | undefined {
  const alone = isAbsolute(said) || !isPath(said) ? said : undefined
  return readLine(addressed, said)?.address ?? alone
}

/** What the file says; undefined while the program is about to write it or has just taken it away. */
function readAnnounced(file: string): string | undefined {
  try {
    const said = readFileSync(file, 'utf8').slice(0, longestFile).trim()
    return said === '' ? undefined : said
  } catch {
    return undefined
  }
}

export interface PlaceOptions {
  readonly profile: string
  readonly platform?: NodeJS.Platform
  /** Where a short path is found when the profile's is too long. */
  readonly shortFolder?: string
}

/**
 * For the program, before it listens: makes the folder if it is missing, refuses one that is not this
 * user's alone, and chooses the address. A folder that an earlier program made elsewhere is used again.
 */
export function preparePlace(options: PlaceOptions): Place {
  const { profile, platform = process.platform } = options
  const folder = runFolder(profile)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const why = unsafeFolder(folder)
  if (why) return { kind: 'unsafe', why }
  if (platform === 'win32') return { kind: 'at', address: pipeName() }
  const inside = join(folder, 'latchkey.sock')
  if (Buffer.byteLength(inside) <= longestAddress) return { kind: 'at', address: inside }
  return elsewhere(profile, options.shortFolder ?? runtimeFolder(process.env['XDG_RUNTIME_DIR']))
}

/** A variable that is set to nothing counts as not set. */
function runtimeFolder(named: string | undefined): string {
  return named === undefined || named === '' ? tmpdir() : named
}

/** Tells commands where to connect to, and by what they know the program. The file appears whole or not at all, since it is that short. */
export function announcePlace(profile: string, address: string, secret: string): void {
  const file = addressFile(profile)
  rmSync(file, { force: true })
  const line = writeLine({ v: exchangeVersion, address, secret })
  writeFileSync(file, line, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
}

/**
 * Takes back what was announced, and the socket, as far as the disk lets it. At what stays a command
 * finds nobody, and the next program clears it away.
 */
export function withdrawPlace(profile: string, address: string): void {
  ifPossible(() => rmSync(addressFile(profile), { force: true }))
  if (!isPath(address)) return
  ifPossible(() => rmSync(address, { force: true }))
  const folder = dirname(address)
  // Of a folder elsewhere that is not empty, somebody has put something into it: not ours to clear out.
  if (folder !== runFolder(profile)) ifPossible(() => rmdirSync(folder))
}

function ifPossible(remove: () => void): void {
  try {
    remove()
  } catch {
    // A program that ends has more to do than to leave this tidy.
  }
}

/** A folder of a made-up name, so that nobody can have put one there before. */
function elsewhere(profile: string, short: string): Place {
  const former = findFormer(profile)
  if (former !== undefined) return { kind: 'at', address: former }
  const address = join(mkdtempSync(join(short, 'latchkey-')), 'latchkey.sock')
  const why = unsafeFolder(dirname(address))
  return why ? { kind: 'unsafe', why } : { kind: 'at', address }
}

/** The socket of a program that crashed, if its folder is still this user's alone. */
function findFormer(profile: string): string | undefined {
  const file = addressFile(profile)
  if (unsafePath(file, 'file')) return undefined
  const address = addressIn(readAnnounced(file) ?? '')
  if (address === undefined || !isPath(address) || Buffer.byteLength(address) > longestAddress)
    return undefined
  return unsafeFolder(dirname(address)) === undefined ? address : undefined
}

/**
 * A name that nobody can take before, and no secret: while it is open every user can list it. The pipe has
 * Windows' default rights: all of them for this user, administrators and the system, none to write for
 * anybody else.
 */
function pipeName(): string {
  return `\\\\.\\pipe\\latchkey-${randomBytes(16).toString('hex')}`
}
