/**
 * Where plain http may go. A name is looked up anew for each connection, what it leads to decides, and
 * the connection goes to nothing but the addresses that were looked at: a name that leads elsewhere a
 * moment later takes no request there.
 */
import type { LookupAddress } from 'node:dns'
import dns from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { fail, ok, type Result } from '../../shared/failure'
import { farthest } from './addresses'

/** Gives all addresses of a host; an address is its own. Rejects as Node's own does. */
export type LookUp = (host: string) => Promise<readonly LookupAddress[]>

export const systemLookUp: LookUp = (host) => dns.lookup(host, { all: true })

/**
 * Decides about one connection. Loopback is always allowed; a private address if the person has
 * allowed it for this site, else `unencrypted-private`; anything else is `unencrypted-public`. Gives
 * the lookup for the connection. Rejects where the name cannot be looked up.
 */
export async function plainWay(
  url: URL,
  privateAllowed: boolean,
  lookUp: LookUp,
): Promise<Result<LookupFunction>> {
  const addresses = await lookUp(url.hostname.replace(/^\[|\]$/g, ''))
  switch (farthest(addresses.map(({ address }) => address))) {
    case 'loopback':
      return ok(only(addresses))
    case 'private':
      return privateAllowed
        ? ok(only(addresses))
        : fail('unencrypted-private', { detail: url.host })
    case 'public':
      return fail('unencrypted-public', { detail: url.host })
  }
}

function only(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, { all, family }, callback) => {
    if (all) return callback(null, [...addresses])
    const wanted = family === 4 || family === 'IPv4' ? 4 : family === 6 || family === 'IPv6' ? 6 : 0
    const found = addresses.find((one) => wanted === 0 || one.family === wanted)
    if (found) return callback(null, found.address, found.family)
    callback(Object.assign(new Error('No such address'), { code: 'ENOTFOUND' }), '', 0)
  }
}
