/** Takes the code out of what people paste from Ruuvi's mail. */

export interface PastedCode {
  /** Upper case, as Ruuvi's own apps send it. */
  readonly code: string
  /** Host of the pasted link if it is none of Ruuvi's, so that the person can be warned. */
  readonly strangeHost?: string | undefined
}

/**
 * Reads a bare code, the mail's link, or the hash form that the page behind the link forwards to
 * (Ruuvi server source Helpers/emailHelper.js, web UI public/verify/index.html). The code's length
 * is not checked: four is what apps show, not what any document promises. Gives undefined where no
 * code can be found.
 */
export function pastedCode(text: string): PastedCode | undefined {
  const plain = text.trim().replaceAll('&amp;', '&')
  const token = /[?&#]token=([^&#\s"'<>]*)/iu.exec(plain) ?? /^token=([^&#\s]*)$/iu.exec(plain)
  if (token) {
    const code = normal(decoded(token[1] ?? ''))
    return code === '' ? undefined : { code, strangeHost: strangeHost(plain) }
  }
  if (/[/:?=<>]/u.test(plain)) return undefined
  const code = normal(plain)
  return code === '' ? undefined : { code }
}

function normal(code: string): string {
  return code.replaceAll(/\s/gu, '').toUpperCase()
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function strangeHost(text: string): string | undefined {
  const link =
    /(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+|\[[0-9a-f:]+\]|localhost)(?::\d+)?[/?#]/iu
  const host = link.exec(text)?.[1]?.toLowerCase()
  if (host === undefined || host === 'ruuvi.com' || host.endsWith('.ruuvi.com')) return undefined
  return host
}
