/**
 * Whether the desktop is a Wayland one. There a program is told less: not whether its shortcut works, nor
 * whether a window of its own is minimised.
 */
export function isWayland(platform: 'linux' | 'mac' | 'windows', env: NodeJS.ProcessEnv): boolean {
  // By the same variable Electron chooses how it speaks to the desktop.
  return platform === 'linux' && env['XDG_SESSION_TYPE'] === 'wayland'
}
