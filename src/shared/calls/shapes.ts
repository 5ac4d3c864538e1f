/**
 * The calls of the bridge by topic: name -> input and output. This folder holds nothing else; what the
 * calls speak of stands beside it, and contract.ts puts them together.
 */
import { z } from 'zod'
import { accountId } from '../account'
import { attemptId } from '../flow'

export const none = z.object({}).strict()
export const oneAccount = z.object({ account: accountId }).strict()
export const oneAttempt = z.object({ attempt: attemptId }).strict()
export const nothing = z.null()
