/**
 * Tells whether a URL's hostname is this computer itself, so that nothing sent there leaves it:
 * `localhost` and all below it, 127.0.0.0/8 also as mapped into IPv6, `[::1]`.
 */
export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  if (/^127(\.\d{1,3}){3}$/.test(name) || name === '[::1]') return true
  return /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(name)
}
