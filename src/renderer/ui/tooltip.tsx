/** Names what is only an icon to those who see it, while the pointer or the keyboard is on it. */
import './tooltip.css'
import { useEffect, useRef } from 'react'

const tooltipId = 'tooltip'

/** What a button needs to show its name (`aria-label`) in the tip of its window; Chromium sees to when. */
export const showsTip = { interestfor: tooltipId }

/** The one tip of a window. */
export function Tooltip() {
  const tip = useRef<HTMLDivElement>(null)
  useEffect(() => (tip.current ? drive(tip.current) : undefined), [])
  // The button's name is read out already.
  return <div ref={tip} id={tooltipId} className="tooltip" popover="hint" aria-hidden="true" />
}

/**
 * Has the tip say what its button is called, until that goes, is pressed, or Escape is: who comes back gets the
 * tip again. Gives the function that ends it.
 */
function drive(tip: HTMLElement): () => void {
  let button: Element | undefined
  let dismissed: Element | null = null
  const page = new MutationObserver(tell)
  const listening = new AbortController()
  const { signal } = listening
  const isOpen = (): boolean => tip.matches(':popover-open')

  function tell(): void {
    const name = button?.getAttribute('aria-label') ?? ''
    if (!button?.isConnected) tip.hidePopover()
    else if (tip.textContent !== name) tip.textContent = name
  }

  function begin(event: Event): void {
    if (!('source' in event) || !(event.source instanceof Element)) return
    if (event.source === dismissed) return event.preventDefault()
    button = event.source
    tell()
    // Chromium leaves a tip where it is when its button goes.
    page.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['aria-label'],
    })
  }

  function end(): void {
    if (isOpen()) return
    page.disconnect()
    // A name may be an account's, which is not to stay in a page that has been locked.
    button = undefined
    tip.textContent = ''
  }

  function press({ target }: Event): void {
    dismissed = buttonAt(target)
    tip.hidePopover()
  }

  function leave({ target }: Event): void {
    if (buttonAt(target) !== dismissed) dismissed = null
  }

  /** The tip takes the key before all else: a form or a dialog beneath it stays. */
  function escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !isOpen()) return
    event.preventDefault()
    dismissed = button ?? null
    tip.hidePopover()
  }

  tip.addEventListener('interest', begin, { signal })
  for (const name of ['loseinterest', 'toggle']) tip.addEventListener(name, end, { signal })
  const before = { capture: true, signal }
  for (const name of ['pointerdown', 'click']) document.addEventListener(name, press, before)
  for (const name of ['pointerover', 'focusin']) document.addEventListener(name, leave, before)
  window.addEventListener('keydown', escape, before)
  return () => {
    page.disconnect()
    listening.abort()
  }
}

function buttonAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[interestfor]') : null
}
