import type { BackupImport } from '../../../shared/backup'
import { useActions, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { ProgressBar } from '../../ui/progress'
import { FailureNotice } from '../failure/failure-notice'
import { OpenForm } from './open-form'
import { Preview } from './preview'
import { TroubleList } from './trouble-list'

export interface ImportPanelProps {
  readonly state: Exclude<BackupImport, { kind: 'idle' }>
  readonly onAnother: () => void
}

/** An import from the chosen file to its outcome. */
export function ImportPanel({ state, onAnother }: ImportPanelProps) {
  const words = useText().backup.import
  switch (state.kind) {
    case 'chosen':
    case 'opening':
      return <OpenForm state={state} onAnother={onAnother} />
    case 'opened':
      return <Preview file={state.file} onAnother={onAnother} />
    case 'importing': {
      const { done, total } = state
      return <Progress done={done} total={total} told={words.importing(done, total)} />
    }
    case 'done':
      return <Outcome state={state} onAnother={onAnother} />
  }
}

function Progress({ done, total, told }: { done: number; total: number; told: string }) {
  const words = useText().backup
  const { endImport } = useActions()
  return (
    <div className="backup-panel">
      <div className="backup-progress">
        <span>{told}</span>
        <Button onClick={() => void endImport()}>{words.stop}</Button>
      </div>
      <ProgressBar label={words.import.keeping} done={done} total={total} told={told} />
    </div>
  )
}

interface OutcomeProps {
  readonly state: Extract<BackupImport, { kind: 'done' }>
  readonly onAnother: () => void
}

function Outcome({ state, onAnother }: OutcomeProps) {
  const text = useText()
  const words = text.backup.done
  const { endImport, retryKeychain } = useActions()
  const { failure, troubles, accounts, tokens, passwords } = state
  const stopped = failure?.code === 'cancelled'
  // It is open again by now, so that the lock is no trouble any more.
  const locked = failure?.code === 'latchkey-locked'
  const cut = stopped ? words.stopped : locked ? words.locked : words.failed
  const title = failure ? cut : words.title
  const told = [
    ...(accounts + tokens + passwords > 0 ? [words.added(state)] : []),
    ...(state.sites > 0 ? [words.sites(state.sites)] : []),
    ...(state.settings > 0 ? [words.settings(state.settings)] : []),
    ...(state.described > 0 ? [words.described(state.described)] : []),
  ]
  const all = told.length === 0 ? [words.nothing] : told
  return (
    <>
      {failure && !stopped && !locked && (
        <FailureNotice
          failure={failure}
          serviceName={text.app.name}
          offers={{
            keychain: () => void retryKeychain(),
            'another-file': onAnother,
            retry: onAnother,
          }}
          leads
        />
      )}
      <Notice
        tone={failure || troubles.count > 0 ? 'warning' : 'good'}
        role="status"
        title={title}
        actions={
          <Button onClick={() => void endImport()}>
            {failure ? text.app.close : text.backup.close}
          </Button>
        }
      >
        {all.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {state.changedMeanwhile > 0 && <p>{words.changedMeanwhile(state.changedMeanwhile)}</p>}
        {failure && <p>{words.again}</p>}
        {troubles.count > 0 && (
          <>
            <p>{text.prose.label(words.troubles(troubles.count))}</p>
            <TroubleList troubles={troubles} />
          </>
        )}
      </Notice>
    </>
  )
}
