/**
 * The names by which accounts and what belongs to them are told apart. They stand by themselves because
 * the program reads its files with them before it knows any shape of the bridge.
 */
import { z } from 'zod'

export const accountId = z.string().min(8).max(64).brand<'AccountId'>()
export type AccountId = z.infer<typeof accountId>

/** Which adapter: `ipcola`, `ruuvi`, `cloudreve`, or whatever else stands in the list of adapters. */
export const adapterId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/)
  .brand<'AdapterId'>()
export type AdapterId = z.infer<typeof adapterId>

/** A server is named by its adapter and its base URL without a trailing slash. */
export const serverId = z.string().min(3).max(600).brand<'ServerId'>()
export type ServerId = z.infer<typeof serverId>

export const flowIds = ['register', 'login', 'verify', 'reset', 'token'] as const
export const flowId = z.enum(flowIds)
export type FlowId = z.infer<typeof flowId>

export const attemptId = z.string().min(8).max(64).brand<'AttemptId'>()
export type AttemptId = z.infer<typeof attemptId>

export const scriptQuestionId = z.string().min(8).max(64).brand<'ScriptQuestionId'>()
export type ScriptQuestionId = z.infer<typeof scriptQuestionId>
