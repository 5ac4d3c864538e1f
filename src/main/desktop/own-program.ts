/** What starts this very program once more: at login, from a script, by a shortcut of the desktop's own. */

export interface RunningProgram {
  readonly packaged: boolean
  /** The file that runs. */
  readonly executable: string
  /** The folder of the program's files. */
  readonly appPath: string
  readonly env: NodeJS.ProcessEnv
}

/** The words of a command, the program's own file first. */
export function ownCommand(running: RunningProgram): readonly [string, ...string[]] {
  return running.packaged ? [ownFile(running)] : [running.executable, running.appPath]
}

/**
 * An AppImage runs from a folder that is gone after it, and `APPIMAGE` names the file that stays. Who is
 * started by a program that is an AppImage inherits that of the other one, whose folder is another.
 */
function ownFile({ executable, env }: RunningProgram): string {
  const { APPDIR: folder, APPIMAGE: file } = env
  const inIt = folder !== undefined && executable.startsWith(`${folder.replace(/\/+$/, '')}/`)
  return inIt && file !== undefined && file !== '' ? file : executable
}
