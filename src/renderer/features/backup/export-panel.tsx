import type { BackupExport } from '../../../shared/backup'
import { useActions, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { ProgressBar } from '../../ui/progress'
import { FailureNotice } from '../failure/failure-notice'
import { TroubleList } from './trouble-list'

export interface ExportPanelProps {
  readonly state: Exclude<BackupExport, { kind: 'idle' }>
  /** Asks once more what goes into the backup and where it is kept. */
  readonly onAgain: () => void
}

/** An export under way, or what it has come to. */
export function ExportPanel({ state, onAgain }: ExportPanelProps) {
  const text = useText()
  const words = text.backup.export
  const { endExport, goOnExporting, showBackup, retryKeychain } = useActions()
  const again = async (): Promise<void> => {
    if (await endExport()) onAgain()
  }
  const choices = (label: string, run: () => Promise<unknown>, end: string) => (
    <>
      <Button onClick={() => void run()}>{label}</Button>
      <Button look="quiet" onClick={() => void endExport()}>
        {end}
      </Button>
    </>
  )
  const offers = {
    keychain: () => void retryKeychain().then(again),
    retry: () => void again(),
  }
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
          actions={choices(words.goOn, goOnExporting, text.backup.cancel)}
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
          actions={choices(words.show, showBackup, text.backup.close)}
        >
          <p>{words.doneText(state)}</p>
          {state.without > 0 && <p>{words.without(state.without)}</p>}
        </Notice>
      )
    case 'failed':
      // It is open again by now: what remains to be told is that there is no file.
      if (state.failure.code === 'latchkey-locked') {
        return (
          <Notice
            tone="warning"
            role="alert"
            title={words.locked}
            actions={choices(words.again, again, text.app.close)}
          >
            <p>{words.lockedText}</p>
          </Notice>
        )
      }
      return (
        <>
          <FailureNotice
            failure={state.failure}
            serviceName={text.app.name}
            offers={offers}
            leads
          />
          <div className="backup-actions">
            <Button onClick={() => void endExport()}>{text.app.close}</Button>
          </div>
        </>
      )
  }
}
