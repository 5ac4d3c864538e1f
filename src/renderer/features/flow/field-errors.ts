import type { Failure } from '../../../shared/failure'
import { remedyOf, type FailureOffers } from '../../../shared/failure-remedy'
import { cleanValue, fieldProblem, type FieldProblem } from '../../../shared/field-check'
import type { FieldView, StepValues } from '../../../shared/flow'
import type { Text } from '../../../shared/text'
import { sentences } from '../../../shared/text/sentences'

/** Says in words what is wrong with a field. */
export function problemText(field: FieldView, problem: FieldProblem, text: Text): string {
  if (problem === 'too-short' && field.kind === 'new-password') {
    return text.flow.tooShortBy(field.minLength)
  }
  if (problem === 'too-long' && field.maxLength !== undefined) {
    return text.flow.tooLongBy(field.maxLength)
  }
  return text.fieldProblems[problem]
}

/** What is wrong with what was typed, by field name, in words. */
export function typedProblems(
  fields: readonly FieldView[],
  values: StepValues,
  text: Text,
): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const field of fields) {
    const problem = fieldProblem(field, cleanValue(field, values[field.name] ?? ''))
    if (problem) problems[field.name] = problemText(field, problem, text)
  }
  return problems
}

/** Whether a failure names a field of this step, so that the field says what happened. */
export function failureIsAtField(failure: Failure, fields: readonly FieldView[]): boolean {
  return fields.some((field) => field.name === failure.field)
}

/** Whether a failure is told completely at its field, so that a notice would only say it twice. */
export function failureIsInline(
  failure: Failure,
  fields: readonly FieldView[],
  offers: FailureOffers,
): boolean {
  if (!failureIsAtField(failure, fields)) return false
  if (failure.code === 'invalid-input') return true
  const helps = remedyOf(failure, offers) !== undefined
  return !helps && failure.detail === undefined && failure.retryAt === undefined
}

function isFieldProblem(detail: string, text: Text): detail is FieldProblem {
  return Object.hasOwn(text.fieldProblems, detail)
}

/** The words at the field that a failure names; `inline` if they have to say it all. */
export function failureAtField(
  failure: Failure,
  field: FieldView,
  inline: boolean,
  text: Text,
): string {
  const words = text.failures[failure.code]
  if (failure.code === 'invalid-input' && failure.detail !== undefined) {
    return isFieldProblem(failure.detail, text)
      ? problemText(field, failure.detail, text)
      : failure.detail
  }
  const title = text.prose.stop(words.title)
  return inline ? sentences(title, words.text) : title
}
