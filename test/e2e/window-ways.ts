/**
 * What is on the screen, and whether the desktop shows a tray: a tray's existence is that of a made-up
 * status-notifier watcher on the test's own session bus.
 */
import type { WindowKind } from '../../src/shared/contract'
import { startMadeUpTray } from '../integration/session-bus/made-up-tray'
import type { Person } from '../walks/person'
import { expect, test, type Computer } from './fixtures'

/** The desktop where a test stands in for it; where it is real, there is nothing to try here. */
export function fakeDesktop(person: Person) {
  const { desktop: controls } = person.app
  test.skip(controls === undefined, 'The desktop is real.')
  if (controls === undefined) throw new Error('unreachable')
  const all = async () =>
    (await controls.windows()).map((window) => ({ ...window, kind: kindOf(window.url) }))
  const window = async (kind: WindowKind) => {
    const found = (await all()).find((one) => one.kind === kind)
    if (!found) throw new Error(`There is no window ${kind}.`)
    return found
  }
  /** What is on the screen, in the order of its making. */
  const shown = async () => (await all()).flatMap(({ visible, kind }) => (visible ? [kind] : []))
  return {
    controls,
    window,
    shown,
    idOf: async (kind: WindowKind) => (await window(kind)).id,
    shows: (...kinds: WindowKind[]) =>
      expect
        .poll(async () => (await shown()).sort(), { message: 'windows on the screen' })
        .toEqual([...kinds].sort()),
    close: async (kind: WindowKind) => controls.closeWindow((await window(kind)).id),
  }
}

function kindOf(url: string): WindowKind {
  if (url.includes('quick-login')) return 'quick-login'
  if (url.includes('unlock')) return 'unlock'
  return url.includes('settings') ? 'settings' : 'main'
}

export function startTray({ keyring }: Computer) {
  const address = keyring?.env['DBUS_SESSION_BUS_ADDRESS']
  test.skip(address === undefined, 'Only Linux asks its session bus for a tray.')
  return startMadeUpTray(address ?? '')
}

/** Waits until the program has told its windows that the desktop shows a tray, or none. */
export async function knowsTray(person: Person, tray: 'there' | 'missing'): Promise<void> {
  const last = async (): Promise<string | undefined> =>
    (await person.app.seam('sentToWindows'))
      .flatMap((message) => /"tray":"(\w+)"/.exec(message)?.[1] ?? [])
      .at(-1)
  await expect.poll(last).toBe(tray)
}
