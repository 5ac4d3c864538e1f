/**
 * Which session bus the keychain process speaks to. The program may be older than the bus of its desktop,
 * or have inherited the address of one that has gone, so the user's own bus is looked for as well, each
 * time anew.
 */
import { SessionBus, sessionBusAddresses, userBusAddresses } from '../session-bus/session-bus'

/**
 * Connects to the first bus that answers, and points `environment`, which must be the process's own, to
 * it: keytar's library looks there by itself, and must find the same bus. Gives nothing where no bus is
 * to be had within `limit` milliseconds for each address.
 */
export async function connectKeychainBus(
  environment: NodeJS.ProcessEnv,
  limit: number,
): Promise<SessionBus | undefined> {
  const addresses = [...sessionBusAddresses(environment), ...userBusAddresses(environment)]
  const bus = await SessionBus.connect([...new Set(addresses)], limit)
  if (bus !== undefined) environment['DBUS_SESSION_BUS_ADDRESS'] = bus.address
  return bus
}
