import type Electron from 'electron'

/**
 * Chromium knows no other schemes than its own, so each of the app's is shown to it as a made-up
 * https origin: latchkey://app/x is https://app.latchkey.invalid/x. RFC 6761 keeps `.invalid` free
 * of real names. Everything that the app sees is translated back.
 */
export class SchemeMap {
  private readonly schemes = new Set<string>()
  /** What the app asked for when it registered its schemes. */
  readonly registered: Electron.CustomScheme[] = []

  /** Makes a scheme known. It must be `standard`, because only such a one has origins. */
  register(custom: Electron.CustomScheme): void {
    this.registered.push(custom)
    this.schemes.add(custom.scheme.toLowerCase())
  }

  has(scheme: string): boolean {
    return this.schemes.has(scheme)
  }

  /** The scheme of the app's own that a url of Chromium's stands for, or undefined. */
  schemeOf(chromiumUrl: string): string | undefined {
    const match = /^https:\/\/[^/?#]+\.([a-z][a-z0-9+.-]*)\.invalid(?=[/?#:]|$)/.exec(chromiumUrl)
    const scheme = match?.[1]
    return scheme !== undefined && this.schemes.has(scheme) ? scheme : undefined
  }

  /** latchkey://app/x -> https://app.latchkey.invalid/x; any other url stays as it is. */
  toChromium(url: string): string {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^]*)$/i.exec(url)
    const [, scheme = '', host = '', rest = ''] = match ?? []
    if (!this.schemes.has(scheme.toLowerCase())) return url
    const path = rest.startsWith('/') ? rest : `/${rest}`
    return `https://${host.toLowerCase()}.${scheme.toLowerCase()}.invalid${path}`
  }

  /** https://app.latchkey.invalid/x -> latchkey://app/x; any other url stays as it is. */
  toApp(url: string): string {
    const scheme = this.schemeOf(url)
    if (scheme === undefined) return url
    return url.replace(/^https:\/\/([^/?#]+?)\.[a-z][a-z0-9+-]*\.invalid/, `${scheme}://$1`)
  }

  /** A Content-Security-Policy that names the app's schemes, in Chromium's terms. */
  policyToChromium(policy: string): string {
    let result = policy
    for (const scheme of this.schemes) {
      result = result
        .replace(new RegExp(`\\b${scheme}://([\\w.*-]+)`, 'g'), `https://$1.${scheme}.invalid`)
        .replace(
          new RegExp(`(^|[\\s;])${scheme}:(?=$|[\\s;])`, 'g'),
          `$1https://*.${scheme}.invalid`,
        )
    }
    return result
  }
}
