/**
 * Backups in the settings: an export and an import, each a row while nothing is under way, and a panel
 * from the first question to the outcome. How far they are comes from main, so that it outlasts a window.
 */
import './backup.css'
import { useEffect, useRef, useState } from 'react'
import { useActions, useSnapshot, useText, useUi } from '../../stores/context'
import { Button } from '../../ui/button'
import { Section } from '../../ui/page'
import { Row, Rows } from '../../ui/switch'
import { FailureNotice } from '../failure/failure-notice'
import { ExportForm } from './export-form'
import { ExportPanel } from './export-panel'
import { ImportPanel } from './import-panel'
import { useChoosing } from './use-choosing'

export function BackupSection() {
  const words = useText().backup
  const exporting = useSnapshot((snapshot) => snapshot.backupExport)
  const importing = useSnapshot((snapshot) => snapshot.backupImport)
  const { name } = useText().app
  const [form, setForm] = useState(false)
  const choosing = useChoosing()
  const chooseAgain = () => void choosing.choose()
  const top = useRef<HTMLDivElement>(null)
  useAsked(top, (asked) => (asked === 'export' ? setForm(true) : void choosing.choose()))
  return (
    <Section title={words.title} text={words.text}>
      <div ref={top} className="backup">
        <Rows>
          <Row label={words.export.title} hint={words.export.hint}>
            <Button
              aria-expanded={form || exporting.kind !== 'idle'}
              unavailable={exporting.kind !== 'idle'}
              onClick={() => setForm(!form)}
            >
              {words.export.begin}
            </Button>
          </Row>
          <Row label={words.import.title} hint={words.import.hint}>
            <Button
              aria-expanded={importing.kind !== 'idle'}
              unavailable={importing.kind !== 'idle'}
              busy={choosing.busy}
              onClick={() => void choosing.choose()}
            >
              {words.import.begin}
            </Button>
          </Row>
        </Rows>
        {exporting.kind !== 'idle' && (
          <ExportPanel state={exporting} onAgain={() => setForm(true)} />
        )}
        {exporting.kind === 'idle' && form && <ExportForm onEnd={() => setForm(false)} />}
        {choosing.failure && (
          <FailureNotice
            failure={choosing.failure}
            serviceName={name}
            offers={{ 'another-file': chooseAgain, retry: chooseAgain }}
          />
        )}
        {importing.kind !== 'idle' && (
          // What was said of one file is not said of the next, and the person types again.
          <ImportPanel key={choosing.turn} state={importing} onAnother={chooseAgain} />
        )}
      </div>
    </Section>
  )
}

/** Does once what the person has asked for elsewhere, such as in the palette. */
function useAsked(
  top: React.RefObject<HTMLElement | null>,
  begin: (asked: 'export' | 'import') => void,
): void {
  const asked = useUi((state) => state.backupAsked)
  const { forgetAsked } = useActions()
  const beginNow = useRef(begin)
  useEffect(() => {
    beginNow.current = begin
  })
  useEffect(() => {
    if (asked === undefined) return
    forgetAsked()
    top.current?.scrollIntoView({ block: 'center' })
    beginNow.current(asked)
  }, [asked, forgetAsked, top])
}
