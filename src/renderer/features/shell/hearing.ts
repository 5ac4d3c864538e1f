/** What a screen reader says of a page by itself, for tests. */

const live = '[role=status], [role=alert], [aria-live]'

/** Listens from now on: gives what was said, in order. What stood there before is no news. */
export function listen(): () => readonly string[] {
  const said: string[] = []
  const known = new Map<Element, string>()
  const hear = (): void => {
    for (const region of document.querySelectorAll(live)) {
      const words = region.textContent.trim()
      if (known.get(region) === words) continue
      known.set(region, words)
      if (words !== '') said.push(words)
    }
  }
  hear()
  said.length = 0
  const observer = new MutationObserver(hear)
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  return () => {
    hear()
    return said
  }
}
