import { useMemo } from 'react'
import type { AccountView } from '../../../shared/account'
import { useActions, useSnapshot, useText, useUi } from '../../stores/context'
import { findService, unknownService } from '../../stores/places'
import { accountCommands, programCommands } from './commands'
import { paletteFinds, type PaletteFinds } from './palette-finds'
import { useAccountFinder } from './use-finder'

/** What the palette lists for a query. `rename` is called to rename the account in view. */
export function usePaletteFinds(
  query: string,
  account: AccountView | undefined,
  rename: () => void,
): PaletteFinds {
  const text = useText()
  const actions = useActions()
  const finder = useAccountFinder()
  const snapshot = useSnapshot((whole) => whole)
  const showHidden = useUi((state) => state.showHidden)
  const commands = useMemo(
    () => programCommands({ snapshot, showHidden, actions, text }),
    [snapshot, showHidden, actions, text],
  )
  const inView = account && {
    label: account.label,
    commands: accountCommands({
      account,
      service:
        findService(snapshot.services, account.adapter) ?? unknownService(account, text.accounts),
      actions,
      text,
      rename,
    }),
  }
  return paletteFinds({ query, finder, inView, commands, text })
}
