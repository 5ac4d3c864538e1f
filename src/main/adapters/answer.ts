/** Reads a service's JSON by a schema, so that a broken contract is a failure and never a guess. */
import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/failure'

/**
 * Parses `json` by `schema`. Gives the parsed value, or `unexpected-answer` whose `detail` is the
 * path of the first wrong field (`data.token.access_token`, `items[0].id`, or `(the whole answer)`).
 * What the field held is never told: it may be a token.
 */
export function readAnswer<T>(schema: z.ZodType<T>, json: unknown): Result<T> {
  return read(schema, json, [])
}

/**
 * The same for one field of an answer that is known to be an object. An object made around `schema`
 * for each answer would be compiled each time, which costs more than all else about a short one.
 */
export function readField<T>(schema: z.ZodType<T>, json: unknown, field: string): Result<T> {
  const has = typeof json === 'object' && json !== null && Object.hasOwn(json, field)
  return read(schema, has ? Reflect.get(json, field) : undefined, [field])
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** `at`: where in the answer `json` stands. */
function read<T>(schema: z.ZodType<T>, json: unknown, at: Path): Result<T> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const first = parsed.error.issues[0]
  return fail('unexpected-answer', { detail: pathText([...at, ...(first ? deepest(first) : [])]) })
}

/** A union reports itself; the branch that got furthest names the field that matters. */
function deepest(issue: Issue): Path {
  if (issue.code !== 'invalid_union') return issue.path
  const inner = issue.errors.flatMap((branch) => branch.slice(0, 1).map(deepest))
  const furthest = inner.reduce<Path>((best, it) => (it.length > best.length ? it : best), [])
  return [...issue.path, ...furthest]
}

function pathText(path: Path): string {
  const text = path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`
    return before === '' ? String(part) : `${before}.${String(part)}`
  }, '')
  return text === '' ? '(the whole answer)' : text
}
