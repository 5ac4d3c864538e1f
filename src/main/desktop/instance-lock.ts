/** Why Electron gives no instance lock: it does not tell a program that runs from a lock that cannot be made. */
import { lstatSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether somebody holds the lock of a profile, by the mark that Chromium leaves there on Linux: a link whose
 * target is a name and no file. Where it cannot be made, as on a disk that may only be read or knows no links,
 * there is none. Other systems have other locks, and are taken at Electron's word.
 */
export function isLockHeld(profile: string, platform: 'linux' | 'mac' | 'windows'): boolean {
  if (platform !== 'linux') return true
  try {
    lstatSync(join(profile, 'SingletonLock'))
    return true
  } catch {
    return false
  }
}
