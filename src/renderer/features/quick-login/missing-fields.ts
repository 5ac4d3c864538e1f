import type { AttemptView, FieldView, StepValues, StepView } from '../../../shared/flow'
import type { AttemptRun } from '../flow/use-attempt-run'

/**
 * The fields that somebody has to fill in: not the e-mail of an account that is known, unless just that
 * is what was found wrong.
 */
export function missingFields(
  attempt: AttemptView,
  view: StepView,
  /** The name of a field that was found wrong. */
  wrong: string | undefined,
): FieldView[] {
  return view.fields.filter(
    (field) => attempt.account === undefined || !isPreset(field) || field.name === wrong,
  )
}

/** Sends along what the fields that are not shown hold. */
export function withPreset(run: AttemptRun, view: StepView): AttemptRun {
  const preset: StepValues = Object.fromEntries(
    view.fields.filter(isPreset).map((field) => [field.name, field.value]),
  )
  return {
    ...run,
    submit: (step, values, ...more) => run.submit(step, { ...preset, ...values }, ...more),
  }
}

function isPreset(field: FieldView): field is Extract<FieldView, { kind: 'email' }> {
  return field.kind === 'email' && field.value !== ''
}
