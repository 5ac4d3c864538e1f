import type { BackupExport } from '../../../shared/backup'
import { useActions, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { ProgressBar } from '../../ui/progress'
import { FailureNotice } from '../failure/failure-notice'
import { TroubleList } from './trouble-list'

/** An export under way, or what it has come to. */
export function ExportPanel({ state }: { state: Exclude<BackupExport, { kind: 'idle' }> }) {
  const text = useText()
  const words = text.backup.export
  const { endExport, goOnExporting, showBackup } = useActions()
  switch (state.kind) {
    case 'reading': {
      const { done, total } = state
      const told = words.reading(done, total)
      return (
        <div className="backup-panel">
          <div className="backup-progress">
            <span>{told}</span>
            <Button onClick={() => void endExport()}>{text.backup.stop}</Button>
          </div>
          <ProgressBar label={words.progress} done={done} total={total} told={told} />
        </div>
      )
    }
    case 'unreadable': {
      const { count } = state.troubles
      return (
        <Notice
          tone="warning"
          role="alert"
          title={words.unreadable(count)}
          actions={
            <>
              <Button onClick={() => void goOnExporting()}>{words.goOn}</Button>
              <Button look="quiet" onClick={() => void endExport()}>
                {text.backup.cancel}
              </Button>
            </>
          }
        >
          <p>{words.unreadableText}</p>
          <TroubleList troubles={state.troubles} />
        </Notice>
      )
    }
    case 'writing':
      return (
        <p className="backup-panel" role="status">
          {words.writing}
        </p>
      )
    case 'done':
      return (
        <Notice
          tone="good"
          role="status"
          title={words.done(state.file)}
          actions={
            <>
              <Button onClick={() => void showBackup()}>{words.show}</Button>
              <Button look="quiet" onClick={() => void endExport()}>
                {text.backup.close}
              </Button>
            </>
          }
        >
          <p>{words.doneText(state)}</p>
          {state.without > 0 && <p>{words.without(state.without)}</p>}
        </Notice>
      )
    case 'failed':
      return (
        <>
          <FailureNotice failure={state.failure} serviceName={text.app.name} offers={{}} />
          <div className="backup-actions">
            <Button onClick={() => void endExport()}>{text.backup.close}</Button>
          </div>
        </>
      )
  }
}
