/**
 * Where a profile says how its running program is reached (place.ts). It stands apart because each start
 * looks whether the file is there, before the first window.
 */
import { join } from 'node:path'

/** The folder of a profile that holds the socket, or says where it is. */
export function runFolder(profile: string): string {
  return join(profile, 'run')
}

/** The file with the address and the secret. */
export function addressFile(profile: string): string {
  return join(runFolder(profile), 'address')
}
