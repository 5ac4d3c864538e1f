/** How far away an address is: this computer, the network around it, or anywhere. */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

export type Distance = 'loopback' | 'private' | 'public'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** RFC 1918, RFC 3927, RFC 4193 and RFC 4291, 2.5.6. */
const around = new BlockList()
around.addSubnet('10.0.0.0', 8, 'ipv4')
around.addSubnet('172.16.0.0', 12, 'ipv4')
around.addSubnet('192.168.0.0', 16, 'ipv4')
around.addSubnet('169.254.0.0', 16, 'ipv4')
around.addSubnet('fc00::', 7, 'ipv6')
around.addSubnet('fe80::', 10, 'ipv6')

/** Gives the distance of an IP address; IPv4 mapped into IPv6 is the address that is meant. */
export function distanceOf(address: string): Distance {
  const bare = address.replace(/%.*$/, '')
  // Asked for first, because to see that one is no IPv6 takes Node far longer.
  const family = !isIPv4(bare) && isIPv6(bare) ? 'ipv6' : 'ipv4'
  if (loopback.check(bare, family)) return 'loopback'
  return around.check(bare, family) ? 'private' : 'public'
}

/** The distance of a name: that of the farthest address it leads to. A name without any is nowhere near. */
export function farthest(addresses: readonly string[]): Distance {
  const found = new Set(addresses.map(distanceOf))
  if (found.has('public') || found.size === 0) return 'public'
  return found.has('private') ? 'private' : 'loopback'
}
