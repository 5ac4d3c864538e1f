import { useState } from 'react'
import { useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Row } from '../../ui/switch'
import { DiagnosticsView } from './diagnostics-view'

/** Where diagnostics begin: a row of the settings, and the view that it opens. */
export function DiagnosticsRow() {
  const words = useText().diagnostics
  const [open, setOpen] = useState(false)
  return (
    <>
      <Row label={words.title} hint={words.hint}>
        <Button onClick={() => setOpen(true)}>{words.open}</Button>
      </Row>
      {open && <DiagnosticsView onClose={() => setOpen(false)} />}
    </>
  )
}
