/** A window of some width, for tests: jsdom has no screen. */

class FakeMedia extends EventTarget {
  constructor(readonly matches: boolean) {
    super()
  }
}

/** The window counts as a wide one from here on, or as a narrow one. */
export function makeWide(wide = true): void {
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => new FakeMedia(wide),
  })
}
