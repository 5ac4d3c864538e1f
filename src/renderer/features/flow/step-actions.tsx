import type { ActionView, AttemptView } from '../../../shared/flow'
import { useActions, useFormats, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { MailIcon, OutsideIcon } from '../../ui/icons'
import { WaitNews } from '../../ui/news'
import { useTimeLeft } from '../../ui/use-time'

export interface StepActionsProps {
  readonly attempt: AttemptView
  readonly actions: readonly ActionView[]
  readonly busy: string | undefined
  readonly onAct: (action: string) => void
}

/**
 * The side ways of a step. "Continue" and what comes first stand beside the submit button and "new picture"
 * at its picture, so they are not repeated here.
 */
export function StepActions({ attempt, actions, busy, onAct }: StepActionsProps) {
  const side = actions.filter(
    ({ kind, first }) => kind !== 'continue' && kind !== 'new-captcha' && first === undefined,
  )
  if (side.length === 0) return null
  return (
    <div className="step-actions">
      {side.map((action) => (
        <SideAction key={action.id} attempt={attempt} action={action} busy={busy} onAct={onAct} />
      ))}
    </div>
  )
}

export type SideActionProps = Omit<StepActionsProps, 'actions'> & {
  readonly action: ActionView
  readonly look?: 'primary' | 'plain'
}

/** One way of a step besides sending its form. */
export function SideAction({ attempt, action, busy, look, onAct }: SideActionProps) {
  const text = useText().flow
  const formats = useFormats()
  const actions = useActions()
  const left = useTimeLeft(action.availableAt)
  const outside = action.kind === 'open-site'
  const icon = outside ? <OutsideIcon /> : action.kind === 'resend' ? <MailIcon /> : undefined
  return (
    <>
      <Button
        look={look ?? (action.kind === 'switch' ? 'quiet' : 'plain')}
        icon={icon}
        busy={busy === action.id}
        unavailable={busy !== undefined || left > 0}
        onClick={() => {
          if (outside) void actions.openSite({ what: 'attempt', attempt: attempt.id })
          else onAct(action.id)
        }}
      >
        {left > 0 ? text.availableIn(action.label, formats.countdown(left)) : action.label}
      </Button>
      <WaitNews left={left} over={text.availableNow(action.label)} />
    </>
  )
}
