/** What windows know of programs that ask for tokens. */
import { z } from 'zod'
import { accountId, scriptQuestionId } from './ids'

export { scriptQuestionId, type ScriptQuestionId } from './ids'

/** A program that asks for the first time and waits for the person's answer. */
export const scriptQuestion = z.object({
  id: scriptQuestionId,
  /** What the program says that it is. Nothing here proves it; whoever answers is told so. */
  program: z.string(),
  account: accountId,
  /** The token of the account, or to make it the active one. */
  wants: z.enum(['token', 'switch']),
  askedAt: z.number(),
})
export type ScriptQuestion = z.infer<typeof scriptQuestion>
