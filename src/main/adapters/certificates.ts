/**
 * The certificates that Latchkey trusts: Node's own and the system's, so that a company's root works
 * here as it does in a browser.
 */
import tls from 'node:tls'

/** What Node has from 22.19 and 24.5 on; older ones, and their types, lack it. */
interface SystemTrust {
  getCACertificates(kind: 'default' | 'system'): readonly string[]
  setDefaultCACertificates(certificates: readonly string[]): void
}

export type Trust =
  | { readonly kind: 'system'; readonly added: number }
  /** This Node cannot; its own certificates and NODE_EXTRA_CA_CERTS stay what is trusted. */
  | { readonly kind: 'node-only' }

/**
 * Adds the system's certificates to those that every TLS connection of this process trusts. Called
 * once, before the first request. Gives how many were new.
 * @param module Node's tls module, or a stand-in.
 */
export function trustSystemCertificates(module: object = tls): Trust {
  if (!canTrustSystem(module)) return { kind: 'node-only' }
  const known = module.getCACertificates('default')
  const added = missingFrom(known, module.getCACertificates('system'))
  if (added.length > 0) module.setDefaultCACertificates([...known, ...added])
  return { kind: 'system', added: added.length }
}

/**
 * Gives the certificates that are trusted: Node's and the system's, with `extra` beside them. Naming
 * any to a connection replaces the ones that it trusts.
 */
export function trustedCertificates(
  extra: readonly string[] = [],
  module: object = tls,
): readonly string[] {
  const known = canTrustSystem(module) ? module.getCACertificates('default') : tls.rootCertificates
  return [...known, ...extra]
}

function missingFrom(known: readonly string[], found: readonly string[]): readonly string[] {
  const seen = new Set(known)
  return found.filter((certificate) => !seen.has(certificate))
}

function canTrustSystem(module: object): module is SystemTrust {
  return hasFunction(module, 'getCACertificates') && hasFunction(module, 'setDefaultCACertificates')
}

function hasFunction(module: object, name: string): boolean {
  return typeof Reflect.get(module, name) === 'function'
}
