/** Reads answers: what an adapter uses of one is checked here before anything else looks at it. */
import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/failure'

/**
 * Reads JSON by a schema. Fails with `unexpected-answer`, whose `detail` is the path of the first
 * wrong field (such as `data.token.access_token`), never its value.
 */
export function readAnswer<T>(schema: z.ZodType<T>, json: unknown): Result<T> {
  const read = schema.safeParse(json)
  if (read.success) return ok(read.data)
  const path = read.error.issues[0]?.path.map(String).join('.') ?? ''
  return fail('unexpected-answer', { detail: path === '' ? '(the whole answer)' : path })
}
