/** What `npm test` runs, and on what: its arguments and the host of the end-to-end ring. */
import { Stop } from './stop.mjs'

/**
 * @template {string} Ring
 * @param {readonly string[]} args names of rings; none means all
 * @param {readonly Ring[]} known
 * @returns {readonly Ring[]} in their own order
 */
export function readRings(args, known) {
  const unknown = args.filter((name) => !known.some((ring) => ring === name))
  if (unknown.length > 0) {
    throw new Stop(
      `There is no ring called ${unknown.join(' or ')}; nothing was run. The rings are ${known.join(', ')}.`,
      2,
    )
  }
  return args.length === 0 ? known : known.filter((ring) => args.includes(ring))
}

/**
 * @param {object} situation
 * @param {string | undefined} situation.asked the value of LATCHKEY_E2E_HOST
 * @param {boolean} situation.electron whether Electron's binary is there and starts
 * @param {boolean} situation.chromium whether Chromium is there or can be installed
 * @param {boolean} situation.display
 * @returns {{ host: 'electron' | 'chromium', xvfb: boolean, problem?: string }} `xvfb`: whether it needs a display
 *   made for it; `problem`: why the ring cannot run
 */
export function chooseTestHost({ asked, electron, chromium, display }) {
  if (asked !== undefined && asked !== '' && asked !== 'electron' && asked !== 'chromium') {
    throw new Stop(`LATCHKEY_E2E_HOST is ${asked}; it can be electron or chromium.`, 2)
  }
  if (asked === 'electron' && !electron) {
    const problem = 'LATCHKEY_E2E_HOST asks for Electron, and its binary cannot be had here.'
    return { host: 'electron', xvfb: false, problem }
  }
  if (asked === 'electron') return { host: 'electron', xvfb: !display }
  // Without a display, the Chromium host is the one that needs none.
  if (asked !== 'chromium' && electron && (display || !chromium)) {
    return { host: 'electron', xvfb: !display }
  }
  return { host: 'chromium', xvfb: false }
}
