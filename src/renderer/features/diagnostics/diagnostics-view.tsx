import './diagnostics.css'
import { useEffect, useId, useRef, useState } from 'react'
import type { Failure, Result } from '../../../shared/failure'
import { useActions, useText } from '../../stores/context'
import { Button, IconButton } from '../../ui/button'
import { Panel } from '../../ui/dialog'
import { CloseIcon, CopyIcon, GoodIcon } from '../../ui/icons'
import { FailureNotice } from '../failure/failure-notice'

interface Read {
  readonly id: string
  readonly text: string
}

/**
 * The text that is copied, before it is copied: what stands here is what the main process puts on the
 * clipboard, found again by the id that came with it.
 */
export function DiagnosticsView({ onClose }: { onClose: () => void }) {
  const words = useText().diagnostics
  const actions = useActions()
  const textId = useId()
  const [read, setRead] = useState<Read>()
  const [copied, setCopied] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const { readDiagnostics } = actions
  useEffect(() => {
    let current = true
    void readDiagnostics().then((answer) => {
      if (!current) return
      if (answer.ok) setRead(answer.value)
      else setFailure(answer.failure)
    })
    return () => {
      current = false
    }
  }, [readDiagnostics])

  // The text itself has the focus: it is read and scrolled first.
  const shown = useRef<HTMLPreElement>(null)
  useEffect(() => shown.current?.focus(), [read])

  async function tell(asked: Promise<Result<unknown>>): Promise<boolean> {
    const answer = await asked
    setFailure(answer.ok ? undefined : answer.failure)
    return answer.ok
  }
  return (
    <Panel title={words.title} className="diagnostics" onClose={onClose}>
      <header className="diagnostics-head">
        <h2 className="dialog-title" aria-hidden="true">
          {words.title}
        </h2>
        <IconButton label={words.close} icon={<CloseIcon />} onClick={onClose} />
      </header>
      <p className="diagnostics-words" id={textId}>
        {words.text}
      </p>
      <div className="diagnostics-body">
        {failure && <FailureNotice failure={failure} serviceName="" offers={{}} />}
        {read && (
          <pre
            ref={shown}
            className="diagnostics-text"
            tabIndex={0}
            aria-label={words.whatIsCopied}
          >
            {read.text}
          </pre>
        )}
      </div>
      <footer className="diagnostics-foot">
        <Button look="quiet" onClick={() => void tell(actions.showLog())}>
          {words.showLog}
        </Button>
        <span className="diagnostics-copied" role="status">
          {copied && (
            <>
              <GoodIcon aria-hidden="true" /> {words.copied}
            </>
          )}
        </span>
        <Button
          look="primary"
          icon={<CopyIcon />}
          unavailable={read === undefined}
          aria-describedby={textId}
          onClick={() => {
            if (read) void tell(actions.copyDiagnostics(read.id)).then(setCopied)
          }}
        >
          {words.copy}
        </Button>
      </footer>
    </Panel>
  )
}
