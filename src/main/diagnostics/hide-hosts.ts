/**
 * Hides the hosts of people's own sites in what goes to support: also of a site that could not be added
 * or is gone by now, so that it goes by where in a line a host stands. The log itself keeps them, because
 * it stays on this computer and is read for them.
 */
import { isIP } from 'node:net'

export interface HostHider {
  /** The name by which the text calls a host: its own if it may be known, or a number. */
  nameOf(host: string): string
  /** Hides every host in a line of the log. */
  hide(line: string): string
}

/**
 * Makes one for a whole text, in which each host has one number. `open` hosts are those of the services
 * themselves; `own` ones are hidden wherever they stand.
 */
export function createHostHider(open: readonly string[], own: readonly string[]): HostHider {
  const plain = new Set(open.map(bare))
  const numbers = new Map<string, number>()
  const nameOf = (host: string): string => {
    const key = bare(host)
    if (plain.has(key) || isLoopback(key)) return host
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return `${isIP(key) === 0 ? 'host' : `ipv${isIP(key)}`}-${number}`
  }
  const shapes = new RegExp([...knownShapes(own), ...places, addresses].join('|'), 'gi')
  return {
    nameOf,
    hide: (line) =>
      line.replace(shapes, (found, ...groups) => {
        const { address } = named(groups.at(-1))
        if (address !== undefined && isIP(address) === 0) return found
        const [, host = found, port = ''] = /^(\[.*\]|[^:]*)(:\d+)?\.?$/.exec(found) ?? []
        return nameOf(host) + port
      }),
  }
}

/** Where a host stands: in the line of a request, in an address, and in the words of Node's errors. */
const places = [
  String.raw`(?<=\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) )[^\s/]+(?=/)`,
  String.raw`(?<=\b(?:https?|wss?)://(?:[^\s/@]*@)?)(?:\[[^\s\]]*\](?::\d+)?|[^\s/@?#"'()<>[\]\x60]+)(?![^\s/]*@)`,
  String.raw`(?<=\b(?:getaddrinfo|connect|query\w*) [A-Z_]{3,} )[^\s/"'(),;][^\s"'(),;]*`,
  String.raw`(?<=\b(?:(?:host(?:name)?|servername)["']?\s*[:=]\s*["']?|DNS:))[^\s"'(),;]+`,
]

/** What may be an address of a computer, wherever it stands. */
const addresses =
  String.raw`(?<address>(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)` +
  String.raw`|(?<![\w:.])(?=[\da-f.]*:[\da-f.]*:)[\da-f:]+(?:\d+(?:\.\d+){3})?(?![\w:]))`

/** A host that is known, with whatever stands before it in its domain. */
function knownShapes(own: readonly string[]): string[] {
  return own
    .map(bare)
    .filter((host) => host !== '' && isIP(host) === 0)
    .map((host) => {
      const below = host.includes('.') ? String.raw`(?:[\w-]+\.)*` : ''
      const escaped = host.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      return String.raw`(?<![\w.-])${below}${escaped}(?![\w-]|\.\w)`
    })
}

function named(groups: unknown): { readonly address?: string } {
  const isNamed = (value: unknown): value is { address?: string } =>
    typeof value === 'object' && value !== null
  return isNamed(groups) ? groups : {}
}

function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
