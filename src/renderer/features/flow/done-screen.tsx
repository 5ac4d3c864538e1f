import type { AttemptView } from '../../../shared/flow'
import { useActions, usePlace, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { AddIcon, CopyIcon, Mark } from '../../ui/icons'
import { Page } from '../../ui/page'
import { Badge } from '../../ui/small'
import { StepNotices } from './step-notices'

export interface DoneScreenProps {
  readonly attempt: AttemptView
  readonly phase: Extract<AttemptView['phase'], { kind: 'done' }>
}

/** The end of a flow: what was reached, and what one would do next. */
export function DoneScreen({ attempt, phase }: DoneScreenProps) {
  const text = useText()
  const actions = useActions()
  const account = useSnapshot((snapshot) =>
    snapshot.accounts.find((one) => one.id === phase.account),
  )
  const { service, server } = usePlace(attempt)
  const where = text.flow.at(service.name, server.name)
  return (
    <Page
      title={phase.title}
      subtitle={account ? `${account.email} · ${where}` : where}
      aside={<Mark className="done-mark" />}
    >
      <p className="step-text" role="status">
        {phase.text}
      </p>
      <StepNotices notices={phase.notices} />
      {account?.active && (
        <p className="done-active">
          <Badge tone="brass">
            <Mark />
            {text.accounts.active}
          </Badge>
          <span className="soft">{text.accounts.activeHint}</span>
        </p>
      )}
      <div className="step-submit">
        {account && !account.active && (
          <Button look="primary" onClick={() => void actions.activate(account.id)}>
            {text.flow.done.makeActive}
          </Button>
        )}
        {account?.hasSecret && (
          <Button
            look={account.active ? 'primary' : 'plain'}
            icon={<CopyIcon />}
            onClick={() => void actions.copyToken(account.id)}
          >
            {text.accounts.copyToken}
          </Button>
        )}
        <Button onClick={() => actions.goTo({ kind: 'account', account: phase.account })}>
          {text.flow.done.show}
        </Button>
        <Button look="quiet" icon={<AddIcon />} onClick={() => actions.goTo({ kind: 'add' })}>
          {text.flow.done.addAnother}
        </Button>
      </div>
    </Page>
  )
}
