/** Whether a window would have somewhere to appear. */

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} on Linux, whether the session names a display; elsewhere the system always has one
 */
export function hasDisplay(platform, env) {
  if (platform === 'darwin' || platform === 'win32') return true
  return Boolean(env['WAYLAND_DISPLAY']) || Boolean(env['DISPLAY'])
}
