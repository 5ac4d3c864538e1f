/** What the systems know the installed program by: the packer writes it down, and the program goes by it. */

/** Of the bundle on macOS, of shortcuts on Windows, and the name of the desktop file on Linux. */
export const appId = 'app.latchkey.Latchkey'
