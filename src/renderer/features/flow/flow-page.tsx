/**
 * The one flow screen. It draws whatever step the main process describes; it knows kinds of fields and
 * actions, not services.
 */
import './flow.css'
import { useState } from 'react'
import type { StepValues } from '../../../shared/flow'
import { useActions, useMirror, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { DoneScreen } from './done-screen'
import { StepScreen } from './step-screen'
import { useAttemptRun } from './use-attempt-run'

export function FlowPage() {
  const shown = useMirror((state) => state.shown)
  const run = useAttemptRun(shown?.attempt)
  /** What was typed, by step, so that going back finds it again. It is gone with this screen. */
  const [typed, setTyped] = useState<Readonly<Record<string, StepValues>>>({})
  if (!shown) return <EndedScreen />
  const { attempt, gone } = shown
  if (attempt.phase.kind === 'done') return <DoneScreen attempt={attempt} phase={attempt.phase} />
  if (gone && !run.waiting) return <EndedScreen />
  const { view } = attempt.phase
  return (
    <StepScreen
      key={view.step}
      attempt={attempt}
      view={view}
      run={run}
      typed={typed[view.step]}
      onTyped={(values) => setTyped((all) => ({ ...all, [view.step]: values }))}
    />
  )
}

/** Stands where an attempt was that is over: finished or left elsewhere, or its account removed. */
function EndedScreen() {
  const text = useText().flow.ended
  const actions = useActions()
  return (
    <Page title={text.title}>
      <Notice
        tone="info"
        actions={<Button onClick={() => actions.goTo({ kind: 'home' })}>{text.back}</Button>}
      >
        {text.text}
      </Notice>
    </Page>
  )
}
