/**
 * Checks what was typed against what a step's fields ask for. The window does it before it sends and
 * the main process does it again, so both say the same.
 */
import { fail, ok, type Result } from './failure'
import type { FieldView, StepValues } from './flow'
import { cleanAddress, cleanAnswer, cleanCode, cleanLine, cleanPasted } from './typed-text'

export type FieldProblem =
  | 'required'
  | 'not-an-email'
  | 'too-short'
  | 'too-long'
  | 'not-a-choice'
  /** Found by an adapter: what was pasted could not stand in a header. */
  | 'not-a-token'

/** A single `@` between two parts without spaces: what every mail server agrees on, and no more. */
const emailShape = /^[^\s@]+@[^\s@]+$/

/** What the field will be sent as: without what nobody meant to type; passwords as they are. */
export function cleanValue(field: FieldView, typed: string): string {
  switch (field.kind) {
    case 'password':
    case 'new-password':
      return typed
    case 'email':
      return cleanAddress(typed)
    case 'text':
      return cleanLine(typed)
    case 'code':
      return cleanCode(typed)
    case 'captcha':
      return cleanAnswer(typed)
    case 'link':
    case 'token':
      return cleanPasted(typed)
    case 'choice':
      return typed
  }
}

/** What is wrong with a cleaned value, or undefined. Lengths are counted in characters. */
export function fieldProblem(field: FieldView, value: string): FieldProblem | undefined {
  if (value === '') return field.required ? 'required' : undefined
  const length = Array.from(value).length
  if (field.maxLength !== undefined && length > field.maxLength) return 'too-long'
  if (field.kind === 'email' && !emailShape.test(value)) return 'not-an-email'
  if (field.kind === 'new-password' && length < field.minLength) return 'too-short'
  if (field.kind === 'choice' && !field.options.some((option) => option.value === value)) {
    return 'not-a-choice'
  }
  return undefined
}

/**
 * Cleans and checks all fields of a step; a field that was not sent counts as ''. Fails with
 * `invalid-input`, the first wrong field, and the problem as `detail`.
 */
export function checkFields(
  fields: readonly FieldView[],
  values: StepValues,
): Result<Record<string, string>> {
  const cleaned: Record<string, string> = {}
  for (const field of fields) {
    const typed = Object.hasOwn(values, field.name) ? (values[field.name] ?? '') : ''
    const value = cleanValue(field, typed)
    const problem = fieldProblem(field, value)
    if (problem) return fail('invalid-input', { field: field.name, detail: problem })
    cleaned[field.name] = value
  }
  return ok(cleaned)
}
