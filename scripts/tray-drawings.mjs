/** The mark of the tray in all its looks. Which one is shown where stands in tray-icons.ts. */

/** The latchkey in a square of 32 units: the same shape in the icon, in the window and in the tray. */
export const key =
  'M14 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 17v13h12v-4h-8v-2h6v-4h-6v-3z'
const badge = { x: 25, y: 8, r: 6, ring: 2 }

/**
 * @typedef {object} Look
 * @property {string} ink colour of the key
 * @property {string} [edge] colour of an outline, where the ground is not known
 * @property {string} [alert] colour of the badge that says that the person is needed
 */

/**
 * Draws the mark as SVG in a square of 32 units. With a badge the key stands further to the left, and
 * the badge is cut out of it with a clear ring, so that it reads in one colour too.
 *
 * @param {Look} look
 */
export function trayMark({ ink, edge, alert }) {
  const shift =
    alert === undefined ? '' : ` transform="translate(${edge === undefined ? -6 : -5} 0)"`
  const cut = alert === undefined ? '' : ' mask="url(#ring)"'
  const { x, y, r, ring } = badge
  const mask = `<mask id="ring" maskUnits="userSpaceOnUse" x="-8" y="-8" width="48" height="48">
    <rect x="-8" y="-8" width="48" height="48" fill="#fff"/>
    <circle cx="${x}" cy="${y}" r="${r + ring}" fill="#000"/></mask>`
  const outline =
    edge && `<path d="${key}" stroke="${edge}" stroke-width="2.4" stroke-linejoin="round"${shift}/>`
  const shape = `<path d="${key}" fill="${ink}"${shift}/>`
  const rim = edge === undefined ? '' : ` stroke="${edge}" stroke-width="1.6"`
  const dot = alert && `<circle cx="${x}" cy="${y}" r="${r}" fill="${alert}"${rim}/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  ${alert === undefined ? '' : mask}
  <g${cut}>${outline ?? ''}${shape}</g>${dot ?? ''}
</svg>`
}

/**
 * Draws the dot that marks an account in menus, in a square of 16 units.
 *
 * @param {string} colour
 */
export function colourMark(colour) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <circle cx="8" cy="8" r="4.6" fill="${colour}"/>
</svg>`
}

/** Middle tones, which read on the light and on the dark menus of every desktop. */
export const markColours = {
  red: '#d5493c',
  orange: '#dd7a26',
  yellow: '#cf9f12',
  green: '#3f9a50',
  teal: '#2b9b97',
  blue: '#3f83d6',
  purple: '#8c63d1',
  pink: '#d2589c',
}

const calm = { light: '#4a360b', dark: '#f0d9a3', either: '#e0ad4c', outline: '#231f18' }
const alarm = { light: '#c4301f', dark: '#ff7a66', either: '#ff6a4d' }

/** Every look of the tray by the name of its file, with its size in points. */
export const trayLooks = [
  { name: 'tray', size: 22, look: { ink: calm.either, edge: calm.outline } },
  {
    name: 'tray-attention',
    size: 22,
    look: { ink: calm.either, edge: calm.outline, alert: alarm.either },
  },
  { name: 'tray-light', size: 16, look: { ink: calm.light } },
  { name: 'tray-light-attention', size: 16, look: { ink: calm.light, alert: alarm.light } },
  { name: 'tray-dark', size: 16, look: { ink: calm.dark } },
  { name: 'tray-dark-attention', size: 16, look: { ink: calm.dark, alert: alarm.dark } },
  // macOS takes the shape alone and paints it itself.
  { name: 'trayTemplate', size: 16, look: { ink: '#000' } },
  { name: 'trayAttentionTemplate', size: 16, look: { ink: '#000', alert: '#000' } },
]
