/** What is written for whoever looks for a fault. Nothing of a request, an answer or a secret. */
export interface Log {
  info(message: string): void
  /** A bug: an exception that nobody expected. `id` is what the window shows. */
  bug(where: string, error: unknown, id: string): void
}

const secretShapes: readonly RegExp[] = [
  /Bearer\s+[^\s"']+/gi,
  /eyJ[\w-]{8,}\.[\w-]+\.?[\w-]*/g,
  /("?(?:password|token|secret|vcode|captcha|otp|sign)\w*"?\s*[:=]\s*)"?[^\s",}]+"?/gi,
  /\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{40,}={0,2}/gi,
]

/** Replaces everything in a text that looks like a secret. */
export function redact(text: string): string {
  return secretShapes.reduce((kept, shape) => kept.replace(shape, '[hidden]'), text)
}

/** A log that writes redacted lines to `write`, by default standard error. */
export function createLog(
  write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Log {
  const say = (kind: string, text: string): void => {
    write(`${new Date().toISOString()} ${kind} ${redact(text)}`)
  }
  return {
    info: (message) => say('info', message),
    bug(where, error, id) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      say('bug', `${id} ${where}: ${text}`)
    },
  }
}
