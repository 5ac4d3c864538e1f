/** What only an account's own page shows: asked for when it is needed, and again when the account changes. */
import { useEffect, useState } from 'react'
import type { AccountDetails, AccountView } from '../../shared/account'
import { useActions } from './context'

/** The details of an account; undefined until they are there. A later answer is never overwritten by an earlier one. */
export function useDetails(account: AccountView): AccountDetails | undefined {
  const { details: ask } = useActions()
  const [details, setDetails] = useState<AccountDetails>()
  useEffect(() => {
    let current = true
    void ask(account.id).then((answer) => {
      if (current && answer.ok) setDetails(answer.value)
    })
    return () => {
      current = false
    }
    // The account is a new object whenever something about it has changed.
  }, [account, ask])
  return details?.account === account.id ? details : undefined
}
