/** What jsdom lacks because it draws nothing, for tests: sizes, and something to scroll. */

class NoSizes implements ResizeObserver {
  observe(): void {
    // Nothing changes its size here.
  }
  unobserve(): void {
    // The same.
  }
  disconnect(): void {
    // The same.
  }
}

/** From here on everything stands still, and is 800 pixels high. */
export function standInForDrawing(): void {
  globalThis.ResizeObserver = NoSizes
  Element.prototype.scrollIntoView = () => undefined
  Element.prototype.scrollTo = () => undefined
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 800 })
}
