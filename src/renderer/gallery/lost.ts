/** What a person cannot get to see on a page: text that is cut off without a sign of it. */

/** One sentence for each place where something is lost. */
export function lost(): readonly string[] {
  const page = document.documentElement
  const wide =
    page.scrollWidth > page.clientWidth
      ? [`the page is ${page.scrollWidth} px wide in a window of ${page.clientWidth} px`]
      : []
  return [...wide, ...[...document.body.querySelectorAll<HTMLElement>('*')].flatMap(lostIn)]
}

function lostIn(element: HTMLElement): readonly string[] {
  const style = getComputedStyle(element)
  if (!isSeen(element, style) || !hasText(element)) return []
  const cuts = [style.overflowX, style.overflowY].some((way) => way === 'hidden' || way === 'clip')
  const wider = element.scrollWidth > element.clientWidth + 1 && cutsAcross(style)
  // A line's descenders may reach out of a box that is as high as the line.
  const taller = element.scrollHeight > element.clientHeight + 4 && cutsDown(style)
  if (!cuts || !(wider || taller)) return []
  const lack = wider
    ? `${element.scrollWidth} px wide in ${element.clientWidth}`
    : `${element.scrollHeight} px high in ${element.clientHeight}`
  return [`${nameOf(element)} is cut off: ${lack}`]
}

/** An ellipsis is a sign; whoever set it has seen to the whole text elsewhere. */
function cutsAcross(style: CSSStyleDeclaration): boolean {
  return isCut(style.overflowX) && style.textOverflow !== 'ellipsis' && !dropsWhole(style)
}

function cutsDown(style: CSSStyleDeclaration): boolean {
  return isCut(style.overflowY) && style.webkitLineClamp === 'none' && !dropsWhole(style)
}

/** Tags that do not fit go whole to a line out of sight; the account's page has all of them. */
function dropsWhole({ display, flexWrap }: CSSStyleDeclaration): boolean {
  return display === 'flex' && flexWrap === 'wrap'
}

function isCut(overflow: string): boolean {
  return overflow === 'hidden' || overflow === 'clip'
}

function isSeen(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  if (style.visibility === 'hidden' || style.opacity === '0') return false
  // What is for screen readers alone is clipped to nothing on purpose.
  return (
    element.clientWidth > 1 && element.clientHeight > 1 && element.closest('.only-read') === null
  )
}

function hasText(element: HTMLElement): boolean {
  return element.textContent.trim() !== ''
}

function nameOf(element: HTMLElement): string {
  const classes = [...element.classList].map((name) => `.${name}`).join('')
  const text = element.textContent.trim().replace(/\s+/g, ' ')
  return `${element.localName}${classes} “${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

/** How many pixels the window lacks to show all that can be scrolled to, long lists aside. */
export function missingHeight(): number {
  const scrollers = [document.documentElement, ...document.body.querySelectorAll('*')]
  const lacks = scrollers
    .filter((element) => scrollsDown(element))
    .map((element) => element.scrollHeight - element.clientHeight)
    .filter((lack) => lack < longList)
  return Math.max(0, ...lacks)
}

/** A list that is drawn in parts has no end worth drawing. */
const longList = 6_000

function scrollsDown(element: Element): boolean {
  if (element === document.documentElement) return true
  const { overflowY } = getComputedStyle(element)
  return overflowY === 'auto' || overflowY === 'scroll'
}
