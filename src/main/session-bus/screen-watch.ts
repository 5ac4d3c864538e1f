/**
 * When a Linux desktop locks its screen: the signal `ActiveChanged` of its screen saver, by the name
 * that KDE and freedesktop.org gave it, and those of GNOME, Cinnamon, MATE and Xfce.
 */
import { theBus, type SessionBus } from './session-bus'

export const screenSavers = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
] as const

const member = 'ActiveChanged'

export interface ScreenWatchOptions {
  readonly connect: () => Promise<SessionBus | undefined>
  /** Milliseconds that the bus may take for one answer. */
  readonly limit: number
  readonly locked: () => void
}

/**
 * Calls back each time the screen is locked, as long as there is a session bus. Gives the function that
 * ends it. Who sends the signal is not asked: desktops differ in which process does, and a program that
 * lies can do no more than lock.
 */
export async function watchScreenLock(options: ScreenWatchOptions): Promise<() => void> {
  const { connect, limit, locked } = options
  const bus = await connect()
  if (bus === undefined) return () => undefined
  bus.onSignal((signal) => {
    const known = screenSavers.some((name) => name === signal.interface)
    if (known && signal.member === member && signal.body[0] === true) locked()
  })
  for (const name of screenSavers) {
    const rule = `type='signal',interface='${name}',member='${member}'`
    await bus.call({ ...theBus, member: 'AddMatch', signature: 's', body: [rule] }, limit)
  }
  return () => bus.close()
}
