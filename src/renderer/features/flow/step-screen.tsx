import { useId } from 'react'
import type { AttemptView, StepValues, StepView } from '../../../shared/flow'
import { useActions, usePlace, useSnapshot, useText } from '../../stores/context'
import { wholeAttempt } from '../../stores/covered'
import { Button } from '../../ui/button'
import { BackIcon } from '../../ui/icons'
import { StepNotices } from './step-notices'
import { StepText } from './step-text'
import { Page } from '../../ui/page'
import { useLeads } from '../failure/use-leads'
import { failureOffers } from './failure-offers'
import { failureIsAtField, failureIsInline } from './field-errors'
import { StepFailure } from './step-failure'
import { StepForm } from './step-form'
import type { AttemptRun } from './use-attempt-run'

export interface StepScreenProps {
  readonly attempt: AttemptView
  readonly view: StepView
  readonly run: AttemptRun
  /** What was typed into this step before. */
  readonly typed: StepValues | undefined
  readonly onTyped: (values: StepValues) => void
}

/** One step of an attempt: what it is about, what went wrong, and its form. */
export function StepScreen({ attempt, view, run, typed, onTyped }: StepScreenProps) {
  const text = useText()
  const actions = useActions()
  const explanation = useId()
  const { service, server } = usePlace(attempt)
  const waits = useSnapshot((snapshot) =>
    snapshot.accounts.some((one) => one.id === attempt.account && one.waiting !== undefined),
  )
  const offers = failureOffers({
    ...{ attempt, view, service, actions, act: (id) => void run.act(id) },
    email: wholeAttempt(attempt).email ?? addressIn(view, typed),
  })
  const where = text.flow.at(service.name, server.name)
  const inline = run.failure && failureIsInline(run.failure, view.fields, offers)
  const leads = useLeads(run.failure, offers, attempt.server)
  return (
    <Page
      before={
        <Button
          look="quiet"
          className="back"
          icon={<BackIcon />}
          onClick={() => actions.leave(attempt)}
        >
          {waits ? text.flow.leaveWaiting : text.flow.leave}
        </Button>
      }
      title={view.title}
      subtitle={attempt.email === undefined ? where : `${where} · ${attempt.email}`}
      focusTitle={view.fields.length === 0}
    >
      <p id={explanation} className="step-text">
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
          untitled={failureIsAtField(run.failure, view.fields)}
          leads={leads}
        />
      )}
      <StepForm
        attempt={attempt}
        view={view}
        run={run}
        typed={typed}
        onTyped={onTyped}
        describedBy={explanation}
        inline={inline}
        stepsBack={leads}
      />
    </Page>
  )
}

function addressIn({ fields }: StepView, typed: StepValues | undefined): string | undefined {
  const field = fields.find(({ kind }) => kind === 'email')
  return field && typed?.[field.name]
}
