/**
 * Takes out of a text what must not be in a log: secrets, addresses, and the name in the path of the
 * home folder. It works on the final line, whoever wrote it, and hides too much rather than too little.
 */
import { constants, homedir } from 'node:os'
import { failureCodes } from '../../shared/failure'
import { maskAddresses } from '../../shared/mask-address'

const hidden = '[hidden]'

/** Gives the text without secrets; `home` is the folder whose path becomes `~`. */
export function redact(text: string, home: string = homedir()): string {
  const plain = hideNamed(hideHome(text, home))
    .replace(/(\/\/)[^\s/@"']+@/g, `$1${hidden}@`)
    .replace(/\b(Bearer|Basic)\s+[^\s"']{4,}/gi, `$1 ${hidden}`)
    .replace(/(?<![\w+/-])eyJ[\w-]{5,}(?:\.[\w-]*)*/g, hidden)
  return maskAddresses(plain).replace(run, hideRun)
}

/** Names of values that are secret, alone or within a longer name: `refresh_token`, `X-Api-Key`. */
const within =
  /passw(?:or)?d|passphrase|pwd|token|secret|vcode|captcha|otp|ticket|signature|api[-_]?key|session[-_]?id|cookie|authorization|credential/i
/** Names that are secret only as they stand. */
const alone = /^(?:code|sign|sig|auth|key|sid|pin|pass|jwt|session)$/i
const named = /(?<![\w-])([\w-]+)(\\*["'`])?\s*(?:[:=]|%3D)(\s*)/gi

/** Hides the values of everything that bears the name of a secret. */
function hideNamed(text: string): string {
  let kept = ''
  let at = 0
  for (const found of text.matchAll(named)) {
    const [whole, name = '', quote, space = ''] = found
    // A name within a value that is hidden already is none.
    if (found.index < at || !(within.test(name) || alone.test(name))) continue
    const begin = found.index + whole.length
    const end = endOfValue(text, begin, {
      // What follows a colon and a space may hold anything up to the end of its line.
      loose: space !== '' || /cookie|authorization/i.test(name),
      json: quote !== undefined,
    })
    const value = text.slice(begin, end)
    const isPublic = value === '' || (name.toLowerCase() === 'code' && isPublicCode(value))
    kept += text.slice(at, begin) + (isPublic ? value : hidden)
    at = end
  }
  return kept + text.slice(at)
}

function endOfValue(text: string, begin: number, how: { loose: boolean; json: boolean }): number {
  const rest = text.slice(begin)
  const restOfLine = /^[^\r\n]*/
  if (/^["'`]/.test(rest)) {
    const quoted = match(rest, /^(["'`])(?:\\[^]|(?!\1)[^\\])*(?:\1|\\?$)/)
    const ended = /^\s*(?:[,;)}\]]|$)/m.test(rest.slice(quoted.length))
    // What goes on behind the quote was no quote.
    return begin + (how.loose && !ended ? match(rest, restOfLine) : quoted).length
  }
  if (how.json && /^(?:-?\d|true|false|null)/.test(rest)) {
    return begin + match(rest, /^[\w.+-]*/).length
  }
  return begin + match(rest, how.loose || rest.startsWith('\\') ? restOfLine : /^[^\s&]*/).length
}

function match(text: string, shape: RegExp): string {
  return shape.exec(text)?.[0] ?? ''
}

/** Codes of failures are what a log is read for; the codes that services send by mail are none of them. */
function isPublicCode(value: string): boolean {
  const code = value.replace(/^["'`]|["'`,;]+$/g, '')
  return publicCodes.has(code) || /^ERR_[A-Z][A-Z_]+$/.test(code)
}

const publicCodes: ReadonlySet<string> = new Set([
  ...Object.keys(constants.errno),
  ...['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'ESERVFAIL'],
  ...failureCodes,
])

/** Characters that keys, tokens and paths are made of, so many that they may be a secret. */
const run = /[A-Za-z0-9+/_~%-]{16,}={0,2}/g
/** A run of which this much can be read is a path, and loses only the parts that cannot. */
const readableShare = 1 / 3

function hideRun(found: string): string {
  const parts = found.split('/')
  if (parts.every(isReadable)) return found
  // Beside what is chance, what looks like a word may be chance as well, unless it is all in small letters.
  const stays = (part: string): boolean => !/[A-Z+]/.test(part) && isReadable(part)
  const readable = parts.filter(stays).join('').length
  if (readable / parts.join('').length < readableShare) return hidden
  return parts.map((part) => (stays(part) ? part : hidden)).join('/')
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i
const hex = /(?<![0-9a-f])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,}/i
const capitals = /(?<![A-Z2-7])(?=[A-Z2-7]*\d)(?=[A-Z2-7]*[A-Z])[A-Z2-7]{16,}/
const moment = /\d{4}-\d\d-\d\dT\d\d[-:]?\d\d[-:]?\d\d(?:[-.]\d+)?Z?/g
const separators = /[-_~+]|%[0-9A-F]{2}/
const word = /[A-Z]?[a-z]+|[A-Z]+|\d+|[^A-Za-z\d]/g
const plainWord = /^(?:[A-Z]?[a-z]{2,24}|[A-Z]{2,24}|\d{1,5})$/
/** How many words of figures, and how many of capitals, a name may have. */
const figuresLimit = 2
const acronymsLimit = 1
/** How many characters its words have on average: in one case, and in both. */
const wordLength = 3
const mixedWordLength = 3.5

/** Whether a part of a path is made of words, as names of files and calls are, and not of chance. */
function isReadable(part: string): boolean {
  if (part.length <= 3) return true
  if (uuid.test(part) || hex.test(part) || capitals.test(part)) return false
  const pieces = part.replace(moment, '').split(separators)
  const words = pieces.flatMap((piece) => {
    // A single letter is one only by itself, or as in v4 and x64.
    const short = /^[a-z]\d{0,3}$/i.test(piece)
    return piece === '' || short ? [] : (piece.match(word) ?? [])
  })
  const mixed = /[a-z]/.test(part) && /[A-Z]/.test(part)
  const count = (shape: RegExp): number => words.filter((one) => shape.test(one)).length
  return (
    words.every((one) => plainWord.test(one)) &&
    count(/\d/) <= figuresLimit &&
    (!mixed || count(/^[A-Z]+$/) <= acronymsLimit) &&
    words.join('').length >= words.length * (mixed ? mixedWordLength : wordLength)
  )
}

/** Hides where the home folder is, in each of the ways in which its path can be written. */
function hideHome(text: string, home: string): string {
  if (home.length < 2) return text
  // Every line of the log comes here, and they all know the same home.
  if (lastHome?.home !== home) lastHome = { home, shapes: shapesOf(home) }
  return lastHome.shapes.reduce((kept, shape) => kept.replace(shape, '~'), text)
}

let lastHome: { readonly home: string; readonly shapes: readonly RegExp[] } | undefined

function shapesOf(home: string): readonly RegExp[] {
  const forward = home.replaceAll('\\', '/')
  const ways = [home, home.replaceAll('\\', '\\\\'), forward, encodeURI(forward)]
  const flags = process.platform === 'win32' ? 'gi' : 'g'
  return [...new Set(ways)].map((way) => new RegExp(`${escaped(way)}(?![\\w-])`, flags))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
