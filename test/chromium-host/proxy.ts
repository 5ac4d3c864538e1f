/**
 * The proxy of the environment for a url, in the form of a PAC answer (`DIRECT`, `PROXY host:port`),
 * which is what Electron's `session.resolveProxy` gives. Loopback is always direct, as in Chromium.
 */
export function proxyFor(target: string, env: NodeJS.ProcessEnv): string {
  const url = new URL(target)
  if (isLoopback(url.hostname) || isExcepted(url, read(env, 'no_proxy'))) return 'DIRECT'
  const named = read(env, `${url.protocol.replace('ws', 'http').slice(0, -1)}_proxy`)
  const proxy = named || read(env, 'all_proxy')
  if (!proxy) return 'DIRECT'
  const { protocol, hostname, port } = new URL(
    /^[a-z0-9]+:\/\//i.test(proxy) ? proxy : `http://${proxy}`,
  )
  switch (protocol) {
    case 'https:':
      return `HTTPS ${hostname}:${port || '443'}`
    case 'socks4:':
    case 'socks4a:':
      return `SOCKS ${hostname}:${port || '1080'}`
    case 'socks:':
    case 'socks5:':
    case 'socks5h:':
      return `SOCKS5 ${hostname}:${port || '1080'}`
    default:
      return `PROXY ${hostname}:${port || '80'}`
  }
}

/** Both spellings are in use; the lower-case one wins, as in curl. */
function read(env: NodeJS.ProcessEnv, name: string): string {
  return env[name] ?? env[name.toUpperCase()] ?? ''
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    host.startsWith('127.')
  )
}

function isExcepted(url: URL, list: string): boolean {
  const port = url.port || (url.protocol === 'http:' ? '80' : '443')
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '') return false
    if (entry === '*') return true
    const [, name = '', wantedPort] = /^\*?\.?(.+?)(?::(\d+))?$/.exec(entry) ?? []
    if (wantedPort !== undefined && wantedPort !== port) return false
    return url.hostname === name || url.hostname.endsWith(`.${name}`)
  })
}
