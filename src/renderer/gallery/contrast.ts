/**
 * The lowest contrast on the page: of every text against what is behind it, and of every control (its
 * edge, its fill or its sign) and its focus ring. What is switched off may be faint, as WCAG allows.
 */
import { colourOf, contrast, over, type Colour } from './colour'
import type { Measured } from './page-api'

const controls =
  'button, input, select, textarea, a[href], [role="switch"], [role="checkbox"], [role="radio"], [role="option"], [role="menuitem"], [role="tab"], [role="slider"]'

/** The faintest text; undefined on a page without any. */
export function lowestText(): Measured | undefined {
  const found: Measured[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement
    if (!element || node.textContent?.trim() === '' || !isSeen(element) || isOff(element)) continue
    const { color } = getComputedStyle(element)
    found.push(measure(element, color, behind(element)))
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (field.value !== '' || !isSeen(field) || isOff(field)) continue
    const { color } = getComputedStyle(field, '::placeholder')
    found.push(measure(field, color, behind(field)))
  }
  return lowest(found)
}

/** The control that is hardest to make out, by itself or by its focus ring. */
export async function lowestControl(): Promise<Measured | undefined> {
  const all = [...document.querySelectorAll<HTMLElement>(controls)].filter(
    (control) => isSeen(control) && !isOff(control),
  )
  const found = all.map((control) => ({ ratio: signOf(control), where: nameOf(control) }))
  return lowest([...found, ...(await rings(all))])
}

/** The strongest of what sets a control off from what surrounds it. */
function signOf(control: HTMLElement): number {
  const around = behind(control.parentElement ?? control)
  const inside = behind(control)
  const edge = edgeOf(getComputedStyle(control), around)
  // A box to write in or to tick has to be seen as one while it is empty.
  const isEmpty = control.matches(
    'input, textarea, select, [role="switch"], [role="checkbox"], [role="radio"]',
  )
  const signs = isEmpty ? [] : [...control.querySelectorAll('svg')].filter(isSeen)
  const drawn = signs.map((sign) => contrast(over(strokeOf(sign), inside), inside))
  const words = labelOf(control, isEmpty)
  const said = words === undefined ? [] : [contrast(over(colourOf(words), inside), inside)]
  // A field without an edge of its own may have that of the line that it fills.
  const line =
    control.parentElement && isEmpty ? edgeOf(getComputedStyle(control.parentElement), around) : 1
  return Math.max(contrast(inside, around), edge, line, thumbOf(control, around), ...drawn, ...said)
}

/** What a slider is known by: the system draws its thumb in the accent colour. */
function thumbOf(control: HTMLElement, around: Colour): number {
  const { accentColor } = getComputedStyle(control)
  if (!control.matches('[type="range"]') || accentColor === 'auto') return 1
  return contrast(over(colourOf(accentColor), around), around)
}

function edgeOf(style: CSSStyleDeclaration, around: Colour): number {
  const { borderBottomStyle, borderBottomWidth, borderBottomColor } = style
  if (borderBottomStyle === 'none' || borderBottomWidth === '0px') return 1
  return contrast(over(colourOf(borderBottomColor), around), around)
}

/** The colour of the words by which a control is known: its own, or those in an empty field. */
function labelOf(control: HTMLElement, isEmpty: boolean): string | undefined {
  if (control instanceof HTMLInputElement && control.placeholder !== '') {
    return getComputedStyle(control, '::placeholder').color
  }
  if (isEmpty || control.textContent.trim() === '') return undefined
  return getComputedStyle(control).color
}

function strokeOf(sign: SVGElement): Colour {
  const { stroke, fill, color } = getComputedStyle(sign)
  const drawn = stroke !== 'none' ? stroke : fill !== 'none' ? fill : color
  return colourOf(drawn)
}

/** The ring that each control gets with the focus, against what is around it. */
async function rings(all: readonly HTMLElement[]): Promise<readonly Measured[]> {
  const before = document.activeElement
  const found: Measured[] = []
  for (const control of all) {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const edges = edgesOf(control)
    control.focus({ preventScroll: true, focusVisible: true })
    if (document.activeElement !== control) continue
    await new Promise(requestAnimationFrame)
    found.push({ ratio: ringOf(control, edges), where: `the focus ring of ${nameOf(control)}` })
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return found
}

/** A ring may be drawn by the control itself or by the box that holds it, which may colour its edge instead. */
function holdersOf(control: HTMLElement): readonly HTMLElement[] {
  return [control, control.parentElement, control.parentElement?.parentElement].filter(
    (holder) => holder instanceof HTMLElement,
  )
}

function edgesOf(control: HTMLElement): readonly string[] {
  return holdersOf(control).map((holder) => getComputedStyle(holder).borderBottomColor)
}

/** `edges` are the colours of the edges without the focus. */
function ringOf(control: HTMLElement, edges: readonly string[]): number {
  const ratios = holdersOf(control).map((holder, index) => {
    const style = getComputedStyle(holder)
    const around = behind(holder.parentElement ?? holder)
    const has = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1
    const changed = style.borderBottomColor !== edges[index] && style.borderBottomWidth !== '0px'
    return Math.max(
      has ? contrast(over(colourOf(style.outlineColor), around), around) : 1,
      changed ? contrast(over(colourOf(style.borderBottomColor), around), around) : 1,
    )
  })
  return Math.max(...ratios)
}

/** What lies behind the text of an element: its own background and those that shine through it. */
function behind(element: Element): Colour {
  const layers: Colour[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at)
    const colour = colourOf(style.backgroundColor)
    layers.push({ ...colour, alpha: colour.alpha * Number(style.opacity) })
    if (layers.at(-1)?.alpha === 1) break
  }
  const paper = colourOf('canvas')
  return layers.reduceRight((lower, upper) => over(upper, lower), paper)
}

function measure(element: Element, css: string, ground: Colour): Measured {
  const ink = colourOf(css)
  const opaque = { ...ink, alpha: ink.alpha * opacityOf(element) }
  return { ratio: contrast(over(opaque, ground), ground), where: nameOf(element) }
}

function opacityOf(element: Element): number {
  let opacity = 1
  for (let at: Element | null = element; at; at = at.parentElement) {
    opacity *= Number(getComputedStyle(at).opacity)
  }
  return opacity
}

function isSeen(element: Element): boolean {
  if (element.closest('.only-read, [inert]') !== null) return false
  const { width, height } = element.getBoundingClientRect()
  return (
    width > 1 &&
    height > 1 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  )
}

function isOff(element: Element): boolean {
  return element.closest(':disabled, [aria-disabled="true"], [data-disabled]') !== null
}

function lowest(all: readonly Measured[]): Measured | undefined {
  return all.reduce<Measured | undefined>(
    (least, one) => (least && least.ratio <= one.ratio ? least : one),
    undefined,
  )
}

function nameOf(element: Element): string {
  const classes = [...element.classList].map((name) => `.${name}`).join('')
  const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)
  return `${element.localName}${classes} “${name}”`
}
