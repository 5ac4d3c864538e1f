/**
 * What a command and the program say to each other: one line of JSON each way. Both sides parse what
 * they hear; neither takes the other's word for its shape.
 */
import { z } from 'zod'

/** A request is a few words; whoever sends more is not our command. Bytes of UTF-8, without the newline. */
export const requestLimit = 64 * 1024
/** An answer may list ten thousand accounts. */
export const answerLimit = 16 * 1024 * 1024

/** Names of services, servers and accounts, as a person types them. */
const name = z.string().min(1).max(600)

/**
 * What the asking program says that it is. It is shown to the person, so nothing in it may move the
 * text around it: control characters and marks of direction become visible question marks.
 */
const program = z
  .string()
  .min(1)
  .max(300)
  .transform((text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?'))

const asker = { v: z.literal(1), program }

export const request = z.lazy(() =>
  z.discriminatedUnion('ask', [
    z
      .object({ ask: z.literal('token'), ...asker, service: name, account: name.optional() })
      .strict(),
    z.object({ ask: z.literal('accounts'), ...asker }).strict(),
    z
      .object({ ask: z.literal('switch'), ...asker, account: name, service: name.optional() })
      .strict(),
  ]),
)
export type ScriptRequest = z.infer<typeof request>

/** An account as scripts see it: nothing to enter with. */
const listed = z.lazy(() =>
  z.object({
    label: z.string(),
    email: z.string(),
    service: z.string(),
    server: z.string(),
    state: z.string(),
    active: z.boolean(),
    hidden: z.boolean(),
  }),
)
export type ListedAccount = z.infer<typeof listed>

/** Why there is no answer, in the terms of the command's exit codes. */
export const refusals = ['failed', 'usage', 'login-required', 'refused'] as const
export type Refusal = (typeof refusals)[number]

export const answer = z.lazy(() =>
  z.discriminatedUnion('answer', [
    z.object({
      answer: z.literal('token'),
      token: z.string().min(1),
      account: z.string(),
      service: z.string(),
      server: z.string(),
      /** ISO 8601; null where the service does not tell. */
      expiresAt: z.string().nullable(),
    }),
    z.object({ answer: z.literal('accounts'), accounts: z.array(listed) }),
    z.object({ answer: z.literal('switched'), account: z.string(), server: z.string() }),
    z.object({ answer: z.literal('no'), why: z.enum(refusals), message: z.string() }),
  ]),
)
export type ScriptAnswer = z.infer<typeof answer>

/** Reads one line as a message of the given shape; undefined if it is none. */
export function readLine<S extends z.ZodType>(shape: S, line: string): z.output<S> | undefined {
  try {
    return shape.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

export function writeLine(message: ScriptRequest | ScriptAnswer): string {
  return `${JSON.stringify(message)}\n`
}
