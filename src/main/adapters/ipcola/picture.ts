/**
 * Makes a picture that a window can show out of what IPCola's captcha answer holds. Its documentation
 * says "picture with base64 code" and no more, so both bare base64 and a data URI are read, and the
 * kind of picture is taken from its first bytes, not from a label.
 */

/** Gives a `data:image/…;base64,` URI, or undefined if it is no picture that is known here. */
export function pictureOf(content: string): string | undefined {
  const payload = content
    .trim()
    .replace(/^data:[^,]*,/iu, '')
    .replaceAll(/\s/gu, '')
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/u.test(payload)) return undefined
  const bytes = Buffer.from(payload, 'base64')
  const type = typeOf(bytes)
  return type && `data:image/${type};base64,${bytes.toString('base64')}`
}

const beginnings = [
  { type: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'gif', bytes: [0x47, 0x49, 0x46, 0x38] },
] as const

function typeOf(picture: Buffer): string | undefined {
  const found = beginnings.find(({ bytes }) => bytes.every((byte, at) => picture[at] === byte))
  if (found) return found.type
  if (picture.toString('latin1', 0, 4) === 'RIFF' && picture.toString('latin1', 8, 12) === 'WEBP') {
    return 'webp'
  }
  const start = picture
    .toString('utf8', 0, 1_000)
    .replace(/^\uFEFF/u, '')
    .trimStart()
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/iu.test(
    start,
  )
    ? 'svg+xml'
    : undefined
}
