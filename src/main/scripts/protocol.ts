/**
 * What a command and the program say to each other: lines of JSON. First each proves that it has read
 * the address file (proof.ts), then there is one request and one answer. Both sides parse what they hear;
 * neither takes the other's word for its shape. docs/scripts.md describes the exchange.
 */
import { z } from 'zod'
import { exchangeVersion } from './proof'

/** A greeting is a nonce and a proof. */
export const greetingLimit = 1_024

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

export const request = z.lazy(() =>
  z.discriminatedUnion('ask', [
    z
      .object({ ask: z.literal('token'), program, service: name, account: name.optional() })
      .strict(),
    z.object({ ask: z.literal('accounts'), program }).strict(),
    z
      .object({ ask: z.literal('switch'), program, account: name, service: name.optional() })
      .strict(),
    /** The program itself, started once more; see src/cli/hand-over.ts. */
    z.object({ ask: z.literal('start'), words: z.array(z.string().max(100)).max(10) }).strict(),
  ]),
)
export type ScriptRequest = z.infer<typeof request>

const version = z.literal(exchangeVersion)
/** A secret, a nonce or a proof. */
const octets = z.string().regex(/^[0-9a-f]{64}$/)

/** What the file says that tells commands where the program is. */
export const announcement = z.lazy(() =>
  z.object({ v: version, address: z.string().min(1), secret: octets }),
)
export type Announcement = z.infer<typeof announcement>
/** What is understood of it in whatever version says so. */
export const addressed = z.lazy(() => z.object({ address: z.string().min(1) }))

export const commandGreeting = z.lazy(() => z.object({ v: version, nonce: octets }))
export const programGreeting = z.lazy(() => z.object({ v: version, nonce: octets, proof: octets }))
export const provedRequest = z.lazy(() => z.object({ proof: octets, request }))

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
    z.object({ answer: z.literal('started') }),
    z.object({ answer: z.literal('no'), why: z.enum(refusals), message: z.string() }),
  ]),
)
export type ScriptAnswer = z.infer<typeof answer>

/** Reads one line as a message of the given shape; undefined if there is none or it is no such. */
export function readLine<S extends z.ZodType>(
  shape: S,
  line: string | undefined,
): z.output<S> | undefined {
  if (line === undefined) return undefined
  try {
    return shape.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

type Message =
  | Announcement
  | z.infer<typeof commandGreeting>
  | z.infer<typeof programGreeting>
  | z.infer<typeof provedRequest>
  | ScriptAnswer

export function writeLine(message: Message): string {
  return `${JSON.stringify(message)}\n`
}
