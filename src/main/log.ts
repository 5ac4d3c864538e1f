/**
 * What is written for whoever looks for a fault. Nothing of a request, an answer or a secret: whatever
 * comes in is redacted here, on the final text. diagnostics/ holds the file and the redaction.
 */
import { redact } from './diagnostics/redact'

export interface Log {
  info(message: string): void
  /** A bug: an exception that nobody expected. `id` is what the window shows. */
  bug(where: string, error: unknown, id: string): void
}

export type LogKind = 'info' | 'bug'

/** Where a finished line goes. */
export type LogSink = (line: string, kind: LogKind) => void

/** What is kept of a text that somebody made too long to be read. */
const lengthLimit = 8_000

/** What would begin another line, or do something to a terminal. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g

/** A log that hands redacted lines to `write`, by default standard error. */
export function createLog(
  write: LogSink = (line) => process.stderr.write(`${line}\n`),
  now: () => number = Date.now,
): Log {
  const say = (kind: LogKind, head: string, text: string): void => {
    const safe = redact(shortened(text)).replace(control, ' ')
    // An indented line belongs to the one before it.
    write(
      `${new Date(now()).toISOString()} ${kind} ${head}${safe.replace(/\n\s*/g, '\n    ')}`,
      kind,
    )
  }
  return {
    info: (message) => say('info', '', message),
    bug(where, error, id) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      // The id is made here and stands outside of the text, in which it would look like a secret.
      say('bug', `${/^[\w-]{1,40}$/.test(id) ? id : 'unknown'} `, `${where} threw ${text}`)
    },
  }
}

/** Cuts between words, because half a secret does not look like one. */
function shortened(text: string): string {
  if (text.length <= lengthLimit) return text
  const kept = text.slice(0, lengthLimit)
  return `${kept.slice(0, kept.search(/\S*$/))}…`
}
