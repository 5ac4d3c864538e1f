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

function noMore(): void {
  // Nothing follows.
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
  const [failed, setFailed] = useState<{ readonly failure: Failure; readonly retry: () => void }>()
  /** Goes up when it is to be read once more. */
  const [turn, setTurn] = useState(0)
  const { readDiagnostics } = actions
  useEffect(() => {
    let current = true
    void readDiagnostics().then((answer) => {
      if (!current) return
      if (answer.ok) setRead(answer.value)
      const retry = (): void => setTurn(turn + 1)
      setFailed(answer.ok ? undefined : { failure: answer.failure, retry })
    })
    return () => {
      current = false
    }
  }, [readDiagnostics, turn])

  // The text itself has the focus: it is read and scrolled first.
  const shown = useRef<HTMLPreElement>(null)
  useEffect(() => shown.current?.focus(), [read])

  async function run(ask: () => Promise<Result<unknown>>, done = noMore): Promise<void> {
    const answer = await ask()
    setFailed(answer.ok ? undefined : { failure: answer.failure, retry: () => void run(ask, done) })
    if (answer.ok) done()
  }
  function copy(): void {
    // What is copied once more is told once more.
    setCopied(false)
    if (read)
      void run(
        () => actions.copyDiagnostics(read.id),
        () => setCopied(true),
      )
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
        {failed && (
          <FailureNotice
            failure={failed.failure}
            serviceName=""
            offers={{ retry: failed.retry }}
            leads
          />
        )}
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
        <Button look="quiet" onClick={() => void run(actions.showLog)}>
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
          look={failed ? 'plain' : 'primary'}
          icon={<CopyIcon />}
          unavailable={read === undefined}
          aria-describedby={textId}
          onClick={copy}
        >
          {words.copy}
        </Button>
      </footer>
    </Panel>
  )
}
