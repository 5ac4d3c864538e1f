/**
 * Whether a Linux desktop shows a tray: whether somebody owns the name of the status-notifier watcher,
 * and has a host that draws the icons. Source: freedesktop.org, StatusNotifierItem specification;
 * `org.kde` is the name that all desktops use.
 */
import { readProperty, theBus, variantValue, type SessionBus } from './session-bus'

const watcherName = 'org.kde.StatusNotifierWatcher'
const watcher = {
  destination: watcherName,
  path: '/StatusNotifierWatcher',
  interface: watcherName,
} as const

/** `unknown` where the bus cannot be asked. */
export type TrayPresence = 'there' | 'missing' | 'unknown'

export interface TrayWatchOptions {
  readonly connect: () => Promise<SessionBus | undefined>
  /** Milliseconds that the bus or the watcher may take for one answer. */
  readonly limit: number
  /** Told once at first, and then whenever it is another. */
  readonly tell: (presence: TrayPresence) => void
}

/** Looks, tells, and goes on telling. Gives the function that ends it. */
export async function watchTray({ connect, limit, tell }: TrayWatchOptions): Promise<() => void> {
  const bus = await connect()
  if (bus === undefined) {
    tell('unknown')
    return () => undefined
  }
  let told: TrayPresence | undefined
  const say = (presence: TrayPresence): void => {
    if (presence === told) return
    told = presence
    tell(presence)
  }
  // One look after the other, so that a late answer never overtakes what came after it.
  let looking = Promise.resolve()
  const lookAgain = (): Promise<void> => {
    looking = looking.then(async () => say(await look(bus, limit)))
    return looking
  }
  bus.onSignal(({ interface: from, member, body }) => {
    const ownerChanged = member === 'NameOwnerChanged' && body[0] === watcherName
    if (ownerChanged || from === watcherName) void lookAgain()
  })
  bus.onClosed(() => say('unknown'))
  for (const rule of rules) {
    await bus.call({ ...theBus, member: 'AddMatch', signature: 's', body: [rule] }, limit)
  }
  await lookAgain()
  return () => bus.close()
}

const rules = [
  `type='signal',sender='${theBus.destination}',member='NameOwnerChanged',arg0='${watcherName}'`,
  `type='signal',interface='${watcherName}',member='StatusNotifierHostRegistered'`,
  `type='signal',interface='${watcherName}',member='StatusNotifierHostUnregistered'`,
]

async function look(bus: SessionBus, limit: number): Promise<TrayPresence> {
  const reply = await bus.call(readProperty(watcher, 'IsStatusNotifierHostRegistered'), limit)
  switch (reply.kind) {
    case 'reply':
      return variantValue(reply.body[0]) === true ? 'there' : 'missing'
    // Nobody has the name, or whoever has it knows no hosts.
    case 'error':
      return 'missing'
    case 'closed':
    case 'silent':
      return 'unknown'
  }
}
