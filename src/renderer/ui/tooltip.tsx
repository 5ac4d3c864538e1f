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

/** Has the tip say what its button is called, as long as that is there and has not been pressed. Gives what ends it. */
function drive(tip: HTMLElement): () => void {
  let button: Element | undefined
  const page = new MutationObserver(tell)
  const hide = (): void => tip.hidePopover()

  function tell(): void {
    const name = button?.getAttribute('aria-label') ?? ''
    if (!button?.isConnected) hide()
    else if (tip.textContent !== name) tip.textContent = name
  }

  function begin(event: Event): void {
    if (!('source' in event) || !(event.source instanceof Element)) return
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
    if (tip.matches(':popover-open')) return
    page.disconnect()
    // A name may be an account's, which is not to stay in a page that has been locked.
    tip.textContent = ''
  }

  tip.addEventListener('interest', begin)
  tip.addEventListener('toggle', end)
  document.addEventListener('pointerdown', hide, true)
  return () => {
    page.disconnect()
    tip.removeEventListener('interest', begin)
    tip.removeEventListener('toggle', end)
    document.removeEventListener('pointerdown', hide, true)
  }
}
