/** Draws the plot of docs/performance.md: four small ones, each with its own axis, as one SVG. */
import { inWords, scaleFor } from './scale'

export interface Panel {
  readonly title: string
  /** What was measured, in a few words. */
  readonly what: string
  readonly points: readonly { readonly accounts: number; readonly ms: number }[]
}

const columns = 2
const panel = { width: 400, height: 240 }
/** The room around the lines of a panel, for words. */
const room = { left: 68, right: 28, top: 62, bottom: 44 }

/** Gives the picture; its colours are those of the reader's light or dark page. */
export function drawPlot(panels: readonly Panel[]): string {
  const width = columns * panel.width
  const height = Math.ceil(panels.length / columns) * panel.height
  const told = panels.map(({ title, points }) => {
    const amounts = points.map(({ accounts, ms }) => `${inWords(ms)} with ${grouped(accounts)}`)
    return `${title}: ${amounts.join(', ')}.`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title told">
<title id="title">What takes how long with 100, 1,000 and 10,000 accounts</title>
<desc id="told">${told.join(' ')}</desc>
<style>
  svg { --paper: #ffffff; --ink: #1f2328; --faint: #59636e; --rule: #d8dee4; --line: #0b62c1 }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #0d1117; --ink: #e6edf3; --faint: #9198a1; --rule: #30363d; --line: #58a6ff }
  }
  text { font: 12px system-ui, sans-serif; fill: var(--faint) }
  .title { font-size: 15px; font-weight: 600; fill: var(--ink) }
  .amount { fill: var(--ink); font-weight: 600 }
  .rule { stroke: var(--rule) }
  .line { stroke: var(--line); stroke-width: 2; fill: none }
  .point { fill: var(--line) }
</style>
<rect width="${width}" height="${height}" fill="var(--paper)"/>
${panels.map(drawPanel).join('\n')}
</svg>
`
}

function drawPanel({ title, what, points }: Panel, index: number): string {
  const left = (index % columns) * panel.width
  const top = Math.floor(index / columns) * panel.height
  const inner = {
    width: panel.width - room.left - room.right,
    height: panel.height - room.top - room.bottom,
  }
  const scale = scaleFor(Math.max(...points.map(({ ms }) => ms)))
  const y = (ms: number): number => rounded(room.top + inner.height * (1 - ms / scale.top))
  // The counts are ten times each other, so they stand equally far apart.
  const x = (at: number): number =>
    rounded(room.left + 24 + ((inner.width - 48) * at) / Math.max(1, points.length - 1))
  const end = panel.width - room.right
  const lines = scale.lines.map(
    (ms) =>
      `<line class="rule" x1="${room.left}" x2="${end}" y1="${y(ms)}" y2="${y(ms)}"/>` +
      `<text x="${room.left - 8}" y="${y(ms) + 4}" text-anchor="end">${inWords(ms)}</text>`,
  )
  const marks = points.map(
    ({ accounts, ms }, at) =>
      `<circle class="point" cx="${x(at)}" cy="${y(ms)}" r="4"/>` +
      `<text class="amount" x="${x(at)}" y="${y(ms) - 10}" text-anchor="middle">${inWords(ms)}</text>` +
      `<text x="${x(at)}" y="${panel.height - room.bottom + 18}" text-anchor="middle">${grouped(accounts)}</text>`,
  )
  const path = points.map(({ ms }, at) => `${x(at)},${y(ms)}`).join(' ')
  return `<g transform="translate(${left} ${top})">
<text class="title" x="${room.left - 52}" y="26">${title}</text>
<text x="${room.left - 52}" y="44">${what}</text>
${[...lines, `<polyline class="line" points="${path}"/>`, ...marks].join('\n')}
</g>`
}

function rounded(length: number): number {
  return Number(length.toFixed(1))
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB')
}
