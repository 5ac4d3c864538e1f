import { useState } from 'react'
import type { BackupContents } from '../../../shared/backup'
import type { Failure } from '../../../shared/failure'
import { useActions, useText } from '../../stores/context'
import { Notice } from '../../ui/notice'
import { RadioRows, Rows } from '../../ui/switch'
import { NewPassphraseField } from '../passphrase/new-passphrase-field'
import { useNewPassphrase } from '../passphrase/use-new-passphrase'
import { BackupForm } from './backup-form'

const kinds: readonly BackupContents[] = ['accounts', 'tokens', 'passwords']

/** What goes into a backup, and under which passphrase; where to is for the system to ask. */
export function ExportForm({ onEnd }: { onEnd: () => void }) {
  const text = useText()
  const words = text.backup.export
  const { exportBackup } = useActions()
  const passphrase = useNewPassphrase()
  const [contents, setContents] = useState<BackupContents>('tokens')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const send = async () => {
    if (!passphrase.check()) return
    setBusy(true)
    setFailure(undefined)
    const answer = await exportBackup(contents, passphrase.value)
    setBusy(false)
    if (!answer.ok) {
      if (!passphrase.refuse(answer.failure, 'passphrase')) setFailure(answer.failure)
    } else if (answer.value.begun) onEnd()
  }
  return (
    <BackupForm
      title={text.backup.saveTitle}
      submit={words.submit}
      busy={busy}
      failure={failure}
      first={passphrase.input}
      onSubmit={() => void send()}
      onCancel={onEnd}
    >
      <Rows>
        <RadioRows
          label={words.contents}
          value={contents}
          options={kinds.map((value) => ({ value, ...words.kinds[value] }))}
          onChange={setContents}
        />
      </Rows>
      <NewPassphraseField
        label={text.backup.import.passphrase}
        passphrase={passphrase}
        frozen={busy}
      />
      <Notice tone="warning" title={words.noWayBack}>
        {words.noWayBackText}
      </Notice>
    </BackupForm>
  )
}
