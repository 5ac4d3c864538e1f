/**
 * Hears when the Secret Service comes, goes, or is locked or unlocked, so that a window need not wait for
 * the next call to be told. Source: Secret Service API draft, freedesktop.org; which of the signals a
 * service sends differs (gnome-keyring: all of them; others: `CollectionChanged` alone).
 */
import { theBus, type BusSignal, type SessionBus } from '../session-bus/session-bus'
import { secretsName } from './secret-prompt'

const serviceInterface = 'org.freedesktop.Secret.Service'
const propertiesInterface = 'org.freedesktop.DBus.Properties'
const collectionInterface = 'org.freedesktop.Secret.Collection'

const rules = [
  `type='signal',sender='${theBus.destination}',member='NameOwnerChanged',arg0='${secretsName}'`,
  `type='signal',sender='${secretsName}',interface='${serviceInterface}'`,
  `type='signal',sender='${secretsName}',interface='${propertiesInterface}',arg0='${collectionInterface}'`,
]

/**
 * Calls `onChanged` for as long as the bus is there, and when it goes. `limit`: milliseconds for the
 * calls that begin it; they are on their way when this returns, ahead of whatever is asked next.
 */
export function watchSecrets(bus: SessionBus, limit: number, onChanged: () => void): void {
  bus.onClosed(onChanged)
  bus.onSignal((signal) => {
    if (tellsOfChange(signal)) onChanged()
  })
  for (const rule of rules) {
    void bus.call({ ...theBus, member: 'AddMatch', signature: 's', body: [rule] }, limit)
  }
}

function tellsOfChange({ interface: from, member, body }: BusSignal): boolean {
  if (member === 'NameOwnerChanged') return body[0] === secretsName
  if (from === serviceInterface) return member.startsWith('Collection')
  // Each write changes a collection too; only whether it is locked is news.
  return member === 'PropertiesChanged' && body[0] === collectionInterface && namesLocked(body[1])
}

/** Of changed properties come pairs of a name and its value. */
function namesLocked(changed: unknown): boolean {
  return (
    Array.isArray(changed) && changed.some((pair) => Array.isArray(pair) && pair[0] === 'Locked')
  )
}
