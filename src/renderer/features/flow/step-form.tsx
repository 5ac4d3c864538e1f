import { Fragment, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useForm, type Resolver } from 'react-hook-form'
import type { AttemptView, FieldView, StepValues, StepView } from '../../../shared/flow'
import { useActions, useFormats, useSnapshot, useText, useUi } from '../../stores/context'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { WaitNews } from '../../ui/news'
import { Announcement } from '../../ui/small'
import { usePatience, useTimeLeft } from '../../ui/use-time'
import { typedProblems } from './field-errors'
import { focusField } from './focus-field'
import { SideAction, StepActions } from './step-actions'
import { StepField } from './step-field'
import type { AttemptRun } from './use-attempt-run'
import { useFieldErrors } from './use-field-errors'

export interface StepFormProps {
  readonly attempt: AttemptView
  readonly view: StepView
  readonly run: AttemptRun
  readonly typed: StepValues | undefined
  readonly onTyped: (values: StepValues) => void
  /** The element that explains the step. */
  readonly describedBy: string
  /** Whether the failure is told at its field alone. */
  readonly inline: boolean | undefined
  /** Something else leads on than to send this once more: the button beside the failure. */
  readonly stepsBack: boolean
}

/** The fields and buttons of a step. Keeps what was typed whatever the service answers. */
export function StepForm(props: StepFormProps) {
  const { attempt, view, run, typed, onTyped, inline = false } = props
  const text = useText()
  const carried = useUi((state) => state.carried)
  const inMemory = useSnapshot(({ keychain }) => keychain.kind === 'memory')
  const email = carried?.attempt === attempt.id ? carried.email : ''
  const form = useForm<StepValues>({
    defaultValues: { ...startValues(view.fields, email), ...typed },
    resolver: resolverFor((values) => typedProblems(view.fields, values, text)),
  })
  const { getValues } = form
  const element = useRef<HTMLFormElement>(null)
  const { failure } = run
  const wait = useTimeLeft(failure?.retryAt)
  const working = run.busy !== undefined
  const [ticked, setTicked] = useState<boolean>()
  const remember =
    view.rememberPassword === undefined ? undefined : (ticked ?? view.rememberPassword)

  // The first empty field has the focus when the step opens, or comes to ask for more: that is where
  // the person goes on.
  const first = view.fields.find((field) => !getValues(field.name)) ?? view.fields[0]
  const firstName = first?.name
  const asked = view.fields.map(({ name }) => name).join()
  const focusFirst = useEffectEvent(() => {
    if (firstName !== undefined) focusField(element.current, firstName)
  })
  // Not with each drawing: while somebody types, "first empty" moves on.
  useEffect(() => {
    if (asked !== '') focusFirst()
  }, [asked])

  const errorAt = useFieldErrors({ attempt, view, failure, inline, form, element })

  const submit = form.handleSubmit(async (values) => {
    if (working || wait > 0) return
    onTyped(keep(view.fields, values))
    await run.submit(view.step, values, remember)
  })
  const act = (action: string) => {
    onTyped(keep(view.fields, getValues()))
    void run.act(action)
  }

  return (
    <form
      ref={element}
      className="step-form"
      noValidate
      aria-label={view.title}
      aria-describedby={props.describedBy}
      onSubmit={(event) => void submit(event)}
    >
      {view.fields.map((field) => (
        <Fragment key={field.name}>
          <StepField
            field={field}
            form={form}
            error={errorAt(field)}
            frozen={working}
            busy={run.busy}
            onNewPicture={() => act(newPicture(view))}
          />
          {isPassword(field) && remember !== undefined && (
            <Checkbox
              label={text.passwords.remember}
              hint={inMemory ? text.passwords.rememberHintInMemory : text.passwords.rememberHint}
              checked={remember}
              frozen={working}
              onChange={setTicked}
            />
          )}
        </Fragment>
      ))}
      <SubmitRow
        {...{ attempt, view, wait }}
        busy={run.busy}
        look={props.stepsBack ? 'plain' : 'primary'}
        onAct={act}
      />
      <StepActions attempt={attempt} actions={view.actions} busy={run.busy} onAct={act} />
    </form>
  )
}

interface SubmitRowProps {
  readonly attempt: AttemptView
  readonly view: StepView
  readonly busy: string | undefined
  /** Milliseconds that the service asks to wait. */
  readonly wait: number
  readonly look: 'primary' | 'plain'
  readonly onAct: (action: string) => void
}

function SubmitRow({ attempt, view, busy, wait, look, onAct }: SubmitRowProps) {
  const text = useText().flow
  const formats = useFormats()
  const actions = useActions()
  const patient = usePatience(busy !== undefined)
  const left = formats.countdown(wait)
  const before = view.actions.filter((action) => action.first)
  return (
    <div className="step-submit">
      {before.map((action) => (
        <SideAction key={action.id} {...{ attempt, action, busy, look, onAct }} />
      ))}
      {view.submit !== '' && (
        <Button
          type="submit"
          look={before.length > 0 ? 'plain' : look}
          busy={busy === 'submit'}
          unavailable={busy !== undefined || wait > 0}
        >
          {wait > 0 ? text.waitFor(left) : view.submit}
        </Button>
      )}
      {view.actions
        .filter(({ kind, first }) => kind === 'continue' && first === undefined)
        .map((action) => (
          <Button
            key={action.id}
            busy={busy === action.id}
            unavailable={busy !== undefined}
            onClick={() => onAct(action.id)}
          >
            {action.label}
          </Button>
        ))}
      {patient && (
        <Button look="quiet" onClick={() => void actions.stop(attempt)}>
          {text.stop}
        </Button>
      )}
      <Announcement>{patient ? text.working : ''}</Announcement>
      {/* How long it is stands in the failure, which was read out. */}
      <WaitNews left={wait} over={text.canTryAgain} />
    </div>
  )
}

function newPicture(view: StepView): string {
  return view.actions.find((action) => action.kind === 'new-captcha')?.id ?? 'new-captcha'
}

/** `email` is the address that was typed before, in the flow that led here. */
function startValues(fields: readonly FieldView[], email: string): StepValues {
  return Object.fromEntries(fields.map((field) => [field.name, startValue(field, email)]))
}

function startValue(field: FieldView, email: string): string {
  if (!('value' in field)) return ''
  return field.kind === 'email' && field.value === '' ? email : field.value
}

function isPassword({ kind }: FieldView): boolean {
  return kind === 'password' || kind === 'new-password'
}

/** What is worth finding again on going back: not what can be used once only. */
function keep(fields: readonly FieldView[], values: StepValues): StepValues {
  const lasting = fields.filter((field) => field.kind !== 'captcha' && field.kind !== 'code')
  return Object.fromEntries(lasting.map((field) => [field.name, values[field.name] ?? '']))
}

/** Checks with the rules that the main process checks with, too. */
function resolverFor(
  problems: (values: StepValues) => Record<string, string>,
): Resolver<StepValues> {
  return (values) => {
    const found = Object.entries(problems(values))
    if (found.length === 0) return { values, errors: {} }
    const errors = found.map(([name, message]) => [name, { type: 'typed', message }] as const)
    return { values: {}, errors: Object.fromEntries(errors) }
  }
}
