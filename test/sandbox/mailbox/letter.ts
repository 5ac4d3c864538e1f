/** The look that the sandbox's mails share. */

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const frame = (inside: string) =>
  `<!doctype html><body style="font:16px/1.5 system-ui,sans-serif;margin:24px">${inside}</body>`

/** A mail that shows a code in large type and, where there is one, a link below it. */
export function codeHtml(lead: string, code: string, link?: string): string {
  const below =
    link === undefined
      ? ''
      : `<p><a href="${escapeHtml(link)}" target="_blank">${escapeHtml(link)}</a></p>`
  return frame(
    `<p>${escapeHtml(lead)}</p><p style="font-size:28px;letter-spacing:.15em"><b>${escapeHtml(code)}</b></p>${below}`,
  )
}

/** A mail whose link is solely behind a button, as in Cloudreve's default templates. */
export function buttonHtml(lead: string, button: string, link: string): string {
  const look = 'background:#1976d2;color:#fff;padding:10px 18px;border-radius:6px'
  return frame(
    `<p>${escapeHtml(lead)}</p><p><a style="${look}" href="${escapeHtml(link)}" target="_blank">${escapeHtml(button)}</a></p>`,
  )
}
