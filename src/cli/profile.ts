/**
 * Which folder the program of a source checkout keeps its book in, found without the program: the
 * system's place for programs' data and the program's name, or the folder that LATCHKEY_PROFILE names.
 */
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

/** A development build has a list of its own. */
export const developmentName = 'Latchkey (development)'

/** The system's place for programs' data, as Electron's `appData` is documented. */
export function dataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  const named = env['XDG_CONFIG_HOME']
  // As the XDG specification has it: a path that is empty or not absolute counts as not set.
  return named !== undefined && isAbsolute(named) ? named : join(homedir(), '.config')
}

export function checkoutProfile(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const named = env['LATCHKEY_PROFILE']
  const isNamed = named !== undefined && named !== ''
  return isNamed ? resolve(named) : join(dataFolder(platform, env), developmentName)
}
