import { useRef, useState } from 'react'
import type { BackupImport } from '../../../shared/backup'
import type { Failure } from '../../../shared/failure'
import { remedyOf } from '../../../shared/failure-remedy'
import { useActions, useFormats, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { ProgressBar } from '../../ui/progress'
import { Announcement } from '../../ui/small'
import { PassphraseField } from '../passphrase/passphrase-field'
import { BackupForm } from './backup-form'

export interface OpenFormProps {
  readonly state: Extract<BackupImport, { kind: 'chosen' | 'opening' }>
  readonly onAnother: () => void
}

/** Asks for the passphrase of a backup; what is typed stays after a wrong one, so that it can be mended. */
export function OpenForm({ state, onAnother }: OpenFormProps) {
  const text = useText()
  const words = text.backup.import
  const formats = useFormats()
  const { openBackup, endImport } = useActions()
  const input = useRef<HTMLInputElement>(null)
  const [value, setValue] = useState('')
  const [error, setError] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const busy = state.kind === 'opening'
  // Where another file is the way out of a failure, the button for it stands there.
  const offered = failure && remedyOf(failure, { 'another-file': onAnother }) === 'another-file'
  const point = (wrong: string) => {
    setError(wrong)
    input.current?.focus()
    input.current?.select()
  }
  const send = async () => {
    if (value === '') return point(words.empty)
    setFailure(undefined)
    const answer = await openBackup(value)
    if (answer.ok || answer.failure.code === 'cancelled') return
    if (answer.failure.code === 'wrong-passphrase') {
      point(text.prose.stop(text.failures['wrong-passphrase'].title))
    } else setFailure(answer.failure)
  }
  return (
    <BackupForm
      title={state.file}
      text={words.made(formats.date(state.created))}
      submit={words.open}
      busy={busy}
      failure={failure}
      first={input}
      others={!busy && !offered && <Button onClick={onAnother}>{words.another}</Button>}
      onAnother={onAnother}
      onSubmit={() => void send()}
      onCancel={() => void endImport()}
    >
      <PassphraseField
        label={words.passphrase}
        value={value}
        error={error}
        input={input}
        frozen={busy}
        onType={(typed) => {
          setValue(typed)
          setError(undefined)
        }}
      />
      <Announcement>{busy && words.opening}</Announcement>
      {state.kind === 'opening' && state.total > 0 && (
        <ProgressBar
          label={words.progress}
          done={state.done}
          total={state.total}
          told={words.comparing(state.done, state.total)}
        />
      )}
    </BackupForm>
  )
}
