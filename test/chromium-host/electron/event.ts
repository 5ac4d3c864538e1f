import type Electron from 'electron'

/** The first argument of Electron's events: what a listener may prevent. */
export class HostEvent implements Electron.Event {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}

/** An event that carries more than `preventDefault`, such as the url of a navigation. */
export function hostEvent<T extends object>(params: T): HostEvent & T {
  return Object.assign(new HostEvent(), params)
}
