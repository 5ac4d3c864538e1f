/** Takes the code out of what people paste from Ruuvi's mail. */

export interface PastedCode {
  /** Upper case, as Ruuvi's own apps send it. */
  readonly code: string
  /** Host of the pasted link if it is none of Ruuvi's, so that the person can be warned. */
  readonly strangeHost?: string | undefined
}

/**
 * Reads a bare code, the mail's link, or the hash form that the page behind the link forwards to
 * (Ruuvi server source Helpers/emailHelper.js, web UI public/verify/index.html), with or without words
 * around the link. The code's length is not checked: four is what apps show, not what any document
 * promises. Gives undefined where no code can be found.
 */
export function pastedCode(text: string): PastedCode | undefined {
  const plain = text.trim().replaceAll('&amp;', '&')
  const found = readings(plain).flatMap(codeInLink)
  const inLink = found.find(({ code }) => usual.test(code)) ?? found[0]
  if (inLink) return inLink
  if (/[/:?=<>]/u.test(plain)) return undefined
  const code = normal(plain)
  return code === '' ? undefined : { code }
}

/** What Ruuvi's apps have room for; it tells the right reading, and refuses none. */
const usual = /^[A-Z0-9]{4}$/u

/** As it stands; without the line breaks that mail programs put into links; without any blanks. */
function readings(text: string): readonly string[] {
  return [text, text.replaceAll(/\s*\n\s*/gu, ''), text.replaceAll(/\s/gu, '')]
}

function codeInLink(text: string): readonly PastedCode[] {
  const token = /[?&#]token=([^&#\s"'<>]*)/iu.exec(text) ?? /^token=([^&#\s]*)/iu.exec(text)
  const code = normal(decoded(token?.[1] ?? ''))
  return code === '' ? [] : [{ code, strangeHost: strangeHost(text) }]
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
