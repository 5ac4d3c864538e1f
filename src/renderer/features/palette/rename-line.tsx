import { useState, type SyntheticEvent } from 'react'
import type { AccountView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import { sentences } from '../../../shared/text/sentences'
import { useActions, useText } from '../../stores/context'
import { wholeAccount } from '../../stores/covered'
import { RenameIcon } from '../../ui/icons'
import { LabelInput } from '../accounts/label-input'

/** The palette's field, taking a new label for an account. */
export function RenameLine({ account, onEnd }: { account: AccountView; onEnd: () => void }) {
  const text = useText()
  const actions = useActions()
  const [typed, setTyped] = useState<string>()
  const whole = wholeAccount(account)
  const label = typed ?? whole.label
  const [failure, setFailure] = useState<Failure>()
  const [saving, setSaving] = useState(false)
  async function save(event: SyntheticEvent) {
    event.preventDefault()
    if (saving) return
    const wanted = label.trim()
    if (wanted === '' || wanted === whole.label) return onEnd()
    setSaving(true)
    const failed = await actions.describe({ account: account.id, label: wanted })
    setSaving(false)
    if (failed) setFailure(failed)
    else onEnd()
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <div className="finder-field">
        <RenameIcon className="finder-icon" aria-hidden="true" />
        <LabelInput
          className="finder-input"
          aria-label={text.palette.rename(account.label)}
          account={account}
          value={label}
          readOnly={saving}
          onType={setTyped}
          onKeyDown={(event) => {
            // Whoever still holds the Enter that brought them here has not changed anything yet.
            if (event.key === 'Enter' && event.repeat) event.preventDefault()
          }}
        />
      </div>
      <footer className="finder-foot">
        {failure ? (
          <p role="alert">
            {sentences(
              text.prose.stop(text.failures[failure.code].title),
              text.failures[failure.code].text,
            )}
          </p>
        ) : (
          text.palette.renameHint
        )}
      </footer>
    </form>
  )
}
