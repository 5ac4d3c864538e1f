import { arch, release } from 'node:os'
import type { Log } from '../log'
import type { System } from './report'

/** What the process can tell of the computer that it runs on. */
export function describeSystem({
  platform,
  versions,
  env,
}: Pick<NodeJS.Process, 'platform' | 'versions' | 'env'>): System {
  return {
    os: `${platform} ${release()} ${arch()}`,
    versions: {
      Electron: versions.electron,
      Chrome: versions.chrome,
      Node: versions.node,
    },
    desktop: env['XDG_CURRENT_DESKTOP'],
    session: env['XDG_SESSION_TYPE'],
  }
}

/** Begins the log of a start: which program, and on what. */
export function logStart(log: Log, version: string, host: string): void {
  const { os, versions } = describeSystem(process)
  const known = Object.entries(versions).map(([name, value]) => `${name} ${value ?? 'none'}`)
  log.info(`Latchkey ${version} starts on ${host}, ${os}, ${known.join(', ')}`)
}
