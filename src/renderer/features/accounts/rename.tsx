import { useEffect, useRef, useState, type SyntheticEvent, type ReactNode } from 'react'
import type { AccountView } from '../../../shared/account'
import { useActions, useText } from '../../stores/context'
import { Button, IconButton } from '../../ui/button'
import { Input } from '../../ui/field'
import { RenameIcon } from '../../ui/icons'

/** As long as a label may be; the contract says the same. */
const labelLimit = 80

/**
 * Renaming in place: the button that begins it, and the form while it goes on. The focus goes into the
 * form and back to the button.
 */
export function useRename(account: AccountView): { button: ReactNode; form: ReactNode } {
  const text = useText().accounts
  const [renaming, setRenaming] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const came = useRef(false)
  useEffect(() => {
    if (renaming) came.current = true
    else if (came.current) button.current?.focus()
  }, [renaming])
  return {
    button: (
      <IconButton
        ref={button}
        label={text.rename}
        icon={<RenameIcon />}
        onClick={() => setRenaming(true)}
      />
    ),
    form: renaming ? <RenameForm account={account} onEnd={() => setRenaming(false)} /> : undefined,
  }
}

function RenameForm({ account, onEnd }: { account: AccountView; onEnd: () => void }) {
  const text = useText().accounts
  const actions = useActions()
  const [label, setLabel] = useState(account.label)
  async function save(event: SyntheticEvent) {
    event.preventDefault()
    const wanted = label.trim()
    if (wanted === '' || wanted === account.label) return onEnd()
    if ((await actions.describe({ account: account.id, label: wanted })) === undefined) onEnd()
  }
  return (
    <form
      className="rename"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd()
      }}
    >
      <Input
        aria-label={text.renameLabel}
        value={label}
        maxLength={labelLimit}
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Button type="submit" look="primary">
        {text.renameSave}
      </Button>
      <Button look="quiet" onClick={onEnd}>
        {text.renameCancel}
      </Button>
    </form>
  )
}
