import { useState, type SyntheticEvent } from 'react'
import type { AccountView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import { sentences } from '../../../shared/text/sentences'
import { useActions, useText } from '../../stores/context'
import { Input } from '../../ui/field'
import { RenameIcon } from '../../ui/icons'

/** As long as a label may be; the contract says the same. */
const labelLimit = 80

/** The palette's field, taking a new label for an account. */
export function RenameLine({ account, onEnd }: { account: AccountView; onEnd: () => void }) {
  const text = useText()
  const actions = useActions()
  const [typed, setTyped] = useState<string>()
  const label = typed ?? account.label
  const [failure, setFailure] = useState<Failure>()
  async function save(event: SyntheticEvent) {
    event.preventDefault()
    const wanted = label.trim()
    if (wanted === '' || wanted === account.label) return onEnd()
    const failed = await actions.describe({ account: account.id, label: wanted })
    if (failed) setFailure(failed)
    else onEnd()
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <div className="finder-field">
        <RenameIcon className="finder-icon" aria-hidden="true" />
        <Input
          className="finder-input"
          aria-label={text.palette.rename(account.label)}
          value={label}
          maxLength={labelLimit}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value)}
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
