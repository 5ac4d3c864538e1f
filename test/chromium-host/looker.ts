/** Shows a person what the app asks the system to open: pages in their browser, anything else in words. */
import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, string>> = { linux: 'xdg-open', darwin: 'open' }

/** Opens a page in the system's browser; says in the terminal what it is, in case none comes. */
export function showToPerson(what: string): void {
  console.error(`The app asks to open: ${what}`)
  const opener = openers[process.platform]
  if (opener === undefined || !/^https?:/.test(what)) return
  const browser = spawn(opener, [what], { detached: true, stdio: 'ignore' })
  // Without an opener the words in the terminal are all there is.
  browser.on('error', () => undefined)
  browser.unref()
}
