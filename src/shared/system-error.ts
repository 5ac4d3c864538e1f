/** What the system's names for its errors mean, where a person can do something about it. */
import type { Failure, FailureCode } from './failure'

export type SystemReason =
  'no-room' | 'no-permission' | 'read-only' | 'too-large' | 'gone' | 'in-use' | 'defect'

/** Failures that bring along the system's name for what went wrong, such as `ENOSPC`. */
const fromSystem: ReadonlySet<FailureCode> = new Set([
  'backup-not-read',
  'backup-not-written',
  'disk-failed',
])

const reasons: ReadonlyMap<string, SystemReason> = new Map([
  ['ENOSPC', 'no-room'],
  ['EDQUOT', 'no-room'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EROFS', 'read-only'],
  ['EFBIG', 'too-large'],
  ['ENOENT', 'gone'],
  ['ENOTDIR', 'gone'],
  ['ENODEV', 'gone'],
  ['EBUSY', 'in-use'],
  ['ETXTBSY', 'in-use'],
  ['EIO', 'defect'],
])

/** Gives the system's name for what went wrong, which no person said and none need read as speech. */
export function systemCode({ code, detail }: Pick<Failure, 'code' | 'detail'>): string | undefined {
  return fromSystem.has(code) ? detail : undefined
}

/** Tells what the system's name for an error means; undefined where there is no more to say than the name. */
export function systemReason(code: string): SystemReason | undefined {
  return reasons.get(code)
}
