import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { AttemptView, StepValues, StepView } from '../../../shared/flow'
import { useActions, useMirror, usePlace, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { usePatience } from '../../ui/use-time'
import { useLeads } from '../failure/use-leads'
import { failureOffers } from '../flow/failure-offers'
import { failureIsAtField, failureIsInline } from '../flow/field-errors'
import { StepFailure } from '../flow/step-failure'
import { StepForm } from '../flow/step-form'
import { StepNotices } from '../flow/step-notices'
import { StepText } from '../flow/step-text'
import { useAttemptRun, type AttemptRun } from '../flow/use-attempt-run'
import { missingFields, withPreset } from './missing-fields'
import { QuickFailed } from './quick-failed'
import { QuickScreen } from './quick-screen'
import { useHold } from './use-hold'
import { useQuickKeys } from './use-quick-keys'
import type { QuickLogin } from './use-quick-login'

/** The attempt that a quick login needs the person for: its step, then its end. */
export function QuickAttempt({ quick }: { quick: QuickLogin }) {
  const shown = useMirror((state) => state.shown)
  const run = useAttemptRun(shown?.attempt)
  const account = useSnapshot(({ accounts }) =>
    accounts.find((one) => one.id === shown?.attempt.account),
  )
  useQuickKeys({ account, onBack: quick.back })
  if (!shown) return <Ended quick={quick} />
  const { attempt, gone } = shown
  if (attempt.phase.kind === 'done') {
    return <Done attempt={attempt} phase={attempt.phase} quick={quick} />
  }
  if (gone && !run.waiting) return <Ended quick={quick} />
  const { view } = attempt.phase
  const label = account?.label ?? attempt.email ?? attempt.title
  return (
    <QuickScreen placed={attempt} label={label} quick={quick}>
      <QuickStep key={view.step} {...{ attempt, view, run, quick }} />
    </QuickScreen>
  )
}

/** One step, as narrow as it can be: only what the person has still to give. */
function QuickStep(props: {
  attempt: AttemptView
  view: StepView
  run: AttemptRun
  quick: QuickLogin
}) {
  const { attempt, view, run, quick } = props
  const actions = useActions()
  const explanation = useId()
  const body = useRef<HTMLDivElement>(null)
  const { service } = usePlace(attempt)
  const [typed, setTyped] = useState<StepValues>()
  const { unlocking, unlock } = useUnlocking()
  useHold(body, attempt, run.waiting || unlocking, quick)
  // A field that was found wrong stays to be seen while the next try runs.
  const [wrong, setWrong] = useState<string>()
  const found = run.failure?.field
  if (found !== undefined && found !== wrong) setWrong(found)
  const fields = missingFields(attempt, view, wrong)
  const narrow = { ...view, fields }
  const offers = {
    ...failureOffers({
      ...{ attempt, view, service, actions, act: (id) => void run.act(id) },
      // Of an account, whose address is known.
      email: undefined,
    }),
    keychain: () => void unlock(),
  }
  const inline = run.failure && failureIsInline(run.failure, fields, offers)
  const leads = useLeads(run.failure, offers, attempt.server)
  const fieldless = fields.length === 0
  useEffect(() => {
    // Where nothing is to be filled in, the first button is where Enter goes.
    if (fieldless) body.current?.querySelector('button')?.focus()
  }, [fieldless])
  return (
    <div ref={body} className="quick-body" onInput={quick.forgetFailure}>
      <h1 tabIndex={-1} className="quick-title">
        {view.title}
      </h1>
      <p id={explanation} className="quick-text">
        <StepText text={view.text} email={attempt.email} />
      </p>
      <StepNotices notices={view.notices} />
      {run.failure && !inline && (
        <StepFailure
          turn={attempt.turn}
          failure={run.failure}
          serviceName={service.name}
          offers={offers}
          server={attempt.server}
          untitled={failureIsAtField(run.failure, fields)}
          leads={leads}
        />
      )}
      <StepForm
        // More fields than before are another form; what was typed is found again.
        key={fields.map(({ name }) => name).join()}
        attempt={attempt}
        view={narrow}
        run={withPreset(run, view)}
        typed={typed}
        onTyped={setTyped}
        describedBy={explanation}
        inline={inline}
        stepsBack={leads}
      />
    </div>
  )
}

/** Has the keychain unlocked, and tells while that goes on. */
function useUnlocking(): { unlocking: boolean; unlock: () => Promise<void> } {
  const { retryKeychain } = useActions()
  const [unlocking, setUnlocking] = useState(false)
  async function unlock(): Promise<void> {
    if (unlocking) return
    setUnlocking(true)
    await retryKeychain()
    setUnlocking(false)
  }
  return { unlocking, unlock }
}

/** The end of an attempt: the account is active and logged in. What has to be known stays to be read. */
function Done(props: {
  attempt: AttemptView
  phase: Extract<AttemptView['phase'], { kind: 'done' }>
  quick: QuickLogin
}) {
  const { attempt, phase, quick } = props
  const text = useText().quickLogin
  const label = useSnapshot(
    ({ accounts }) => accounts.find(({ id }) => id === phase.account)?.label,
  )
  const silent = phase.notices.length === 0
  const { finish } = quick
  const finished = useEffectEvent(finish)
  useEffect(() => {
    if (silent) finished(phase.account)
  }, [silent, phase.account])
  if (silent) return null
  return (
    <QuickScreen placed={attempt} label={label ?? attempt.title} quick={quick}>
      <div className="quick-body">
        <div role="status">
          <h1 tabIndex={-1} className="quick-title">
            {phase.title}
          </h1>
        </div>
        <p>{phase.text}</p>
        <StepNotices notices={phase.notices} />
        <div className="quick-actions">
          <Button look="primary" autoFocus onClick={() => finish(phase.account)}>
            {text.close}
          </Button>
        </div>
      </div>
    </QuickScreen>
  )
}

/** Stands where an attempt was that is over, or that is not known yet. */
function Ended({ quick }: { quick: QuickLogin }) {
  const text = useText().quickLogin
  const lasting = usePatience(true)
  if (!lasting) return <p className="quick-empty" />
  return (
    <div className="quick-empty">
      <QuickFailed quick={quick} />
      <p role="status">{text.ended}</p>
      <Button autoFocus onClick={quick.back}>
        {text.back}
      </Button>
    </div>
  )
}
