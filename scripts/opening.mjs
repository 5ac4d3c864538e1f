/** What `npm start` opens, decided from what was asked for and what is there. */

/** @typedef {'electron' | 'chromium'} Host */

/**
 * @typedef {object} Surroundings
 * @property {boolean} tour whether the tour was asked for
 * @property {Host | undefined} host the host that was asked for, if any
 * @property {boolean} display
 * @property {boolean} electron whether Electron's binary is there and starts
 * @property {boolean} chromium whether Chromium is there or can be installed
 */

/** @typedef {{ kind: 'tour' | 'window', host: Host }} Opening */

/**
 * Whether it matters if Electron can be had, so that nobody waits for a download in vain. The tour
 * is headless, which is Chromium's; it takes Electron only where there is nothing else.
 *
 * @param {Omit<Surroundings, 'electron'>} asked
 * @returns {boolean}
 */
export function wantsElectron({ tour, host, display, chromium }) {
  if (host !== undefined) return host === 'electron'
  return display && (!tour || !chromium)
}

/**
 * @param {Surroundings} surroundings
 * @returns {Opening | 'no-electron' | 'no-display'} the last two when what was asked for cannot be had
 */
export function chooseOpening({ tour, host, display, electron, chromium }) {
  if (host === 'electron' && !electron) return 'no-electron'
  if (host === 'electron' && !display) return 'no-display'
  if (tour || !display) {
    return { kind: 'tour', host: host ?? (electron && !chromium ? 'electron' : 'chromium') }
  }
  return { kind: 'window', host: host ?? (electron ? 'electron' : 'chromium') }
}
