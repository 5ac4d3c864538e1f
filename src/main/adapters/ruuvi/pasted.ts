/** Takes the code out of what people paste from Ruuvi's mail. */
import { linkReadings } from '../link-readings'

export interface PastedCode {
  /** Upper case, as Ruuvi's own apps send it. */
  readonly code: string
  /** Host of the pasted link if it is none of Ruuvi's, so that the person can be warned. */
  readonly strangeHost?: string | undefined
}

/**
 * Reads a bare code, the mail's link, or the hash form that the page behind the link forwards to
 * (Ruuvi server source Helpers/emailHelper.js, web UI public/verify/index.html), with or without words
 * around the link, and also where a mail program has wrapped a link of its own around it. The code's
 * length is not checked: four is what apps show, not what any document promises. Gives undefined where
 * no code can be found.
 */
export function pastedCode(text: string): PastedCode | undefined {
  const found = linkReadings(text.trim()).flatMap(unbroken).flatMap(codesIn)
  const inLink = found.find(({ code }) => usual.test(code)) ?? found[0]
  if (inLink) return inLink
  if (/[/:?=<>%]/u.test(text)) return undefined
  const code = text.replaceAll(/\s/gu, '').toUpperCase()
  return code === '' ? undefined : { code }
}

/** What Ruuvi's apps have room for; it tells the right reading, and refuses none. */
const usual = /^[A-Z0-9]{4}$/u

/** As it stands; without the line breaks that mail programs put into links; without any blanks. */
function unbroken(text: string): readonly string[] {
  return [text, text.replaceAll(/\s*\n\s*/gu, ''), text.replaceAll(/\s/gu, '')]
}

/**
 * A code in a link is of letters and digits: the server of 2022 refuses any other
 * (UserApi/verifyUser.js). Where an escape or a broken line follows, this reading has not got all of it.
 */
const parameter = /(?:^|[?&#])token=([a-z0-9]+)(?![a-z0-9%=])/giu

function codesIn(text: string): readonly PastedCode[] {
  return [...text.matchAll(parameter)].map(({ 1: code = '', index }) => ({
    code: code.toUpperCase(),
    strangeHost: strangeHost(text.slice(0, index + 1)),
  }))
}

const link =
  /(https?:\/\/(?:[^\s/?#"'<>]*@)?)?([a-z0-9-]+(?:\.[a-z0-9-]+)+|\[[0-9a-f:]+\]|localhost)(?::\d+)?[/?#]/giu

/** Looks at the link that holds the code, the last one before it: another may be wrapped around that. */
function strangeHost(before: string): string | undefined {
  const links = [...before.matchAll(link)]
  const own = links.findLast(([, scheme]) => scheme !== undefined) ?? links[0]
  const host = own?.[2]?.toLowerCase()
  if (host === undefined || host === 'ruuvi.com' || host.endsWith('.ruuvi.com')) return undefined
  return host
}
