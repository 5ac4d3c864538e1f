import type { AccountId } from '../../../shared/account'
import { useSnapshot, useText } from '../../stores/context'
import { KeyCombination } from '../../ui/keys'
import { keyNames } from '../shortcuts/key-names'
import { firstKeys } from '../shortcuts/shortcuts'
import { useDigit } from './use-finder'

/**
 * The digit that logs an account in quickly, if it has one; `whole` shows the keys that go with it, too.
 * It is a hint for those who see it: the sheet of shortcuts tells everybody.
 */
export function DigitMark({ account, whole = false }: { account: AccountId; whole?: boolean }) {
  const text = useText()
  const mac = useSnapshot(({ surroundings }) => surroundings.platform === 'mac')
  const digit = useDigit(account)
  if (digit === undefined) return null
  const keys = keyNames({ ...firstKeys('nth'), key: String(digit) }, mac, text)
  return (
    <span
      className={whole ? 'option-digit' : 'row-digit'}
      title={keys.join(' ')}
      aria-hidden="true"
    >
      <KeyCombination keys={whole ? keys : keys.slice(-1)} />
    </span>
  )
}
