/** Where an installed Chromium is. The same places as in test/chromium-host/chromium.ts, which opens it. */
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * @param {NodeJS.ProcessEnv} env `LATCHKEY_CHROMIUM` names it; otherwise the usual places are tried
 * @param {(path: string) => boolean} exists
 * @returns {string | undefined}
 */
export function findChromium(env = process.env, exists = existsSync) {
  const chosen = env['LATCHKEY_CHROMIUM']
  return (chosen ? [chosen] : places).find((path) => exists(path))
}
