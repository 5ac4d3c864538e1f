/**
 * The folder that keeps others out. Whoever may pass through it may ask for tokens, so both sides look
 * at it before they speak: it is this user's own, a real folder, and closed to everybody else.
 */
import { lstatSync, statSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'

/** What is wrong with a path that should be this user's alone. */
export type Unsafe =
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-a-folder' | 'not-a-socket' | 'not-a-file'; readonly path: string }
  | { readonly kind: 'other-owner' | 'open-to-others' | 'closed-to-us'; readonly path: string }

type Expected = 'folder' | 'socket' | 'file'

/**
 * Looks at a path without following a link. Gives what is wrong, or undefined if it is this user's own
 * and nobody else has any right on it. Windows has no such bits: there the profile's own rights decide.
 */
export function unsafePath(
  path: string,
  expected: Expected,
  uid = process.getuid?.(),
): Unsafe | undefined {
  const found = look(path)
  if (!('mode' in found)) return found
  if (!is(found, expected)) return { kind: `not-a-${expected}`, path }
  if (uid === undefined) return undefined
  if (found.uid !== uid) return { kind: 'other-owner', path }
  return (found.mode & 0o077) === 0 ? undefined : { kind: 'open-to-others', path }
}

/**
 * The same for a folder, and that nobody can put another one in its place: the folder above is this
 * user's or the system's, and not for others to rename in. People keep it on another disk and leave a
 * link to it; then both the link and where it leads have to be theirs.
 */
export function unsafeFolder(path: string, uid = process.getuid?.()): Unsafe | undefined {
  const own = unsafePath(path, 'folder', uid)
  if (own || uid === undefined) return own
  const above = dirname(path)
  for (const found of [look(above), look(above, statSync)]) {
    if (!('mode' in found)) return found
    if (found.uid !== uid && found.uid !== 0) return { kind: 'other-owner', path: above }
    const sticky = (found.mode & 0o1000) !== 0
    // A link has no rights of its own.
    if (found.isSymbolicLink() || sticky) continue
    if ((found.mode & 0o022) !== 0) return { kind: 'open-to-others', path: above }
  }
  return undefined
}

/** What can never lead to a folder of a program that runs is as good as nothing. */
const nowhere: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'])

function look(path: string, stat: (path: string) => Stats = lstatSync): Stats | Unsafe {
  try {
    return stat(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (nowhere.has(code)) return { kind: 'missing' }
    if (code === 'EACCES' || code === 'EPERM') return { kind: 'closed-to-us', path }
    throw error
  }
}

function is(found: Stats, expected: Expected): boolean {
  switch (expected) {
    case 'folder':
      return found.isDirectory()
    case 'socket':
      return found.isSocket()
    case 'file':
      return found.isFile()
  }
}
