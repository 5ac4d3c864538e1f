import type { ComponentProps } from 'react'
import type { AccountView } from '../../../shared/account'
import { coverLabel } from '../../../shared/cover'
import { wholeAccount } from '../../stores/covered'
import type { Input } from '../../ui/field'
import { AddressInput } from '../flow/address-input'
import { labelLength } from './describe-limits'

/** Once, as the field comes: who comes back to it goes on where they were. */
function selectAll(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}

interface LabelInputProps extends Omit<ComponentProps<typeof Input>, 'onChange'> {
  readonly account: AccountView
  readonly value: string
  readonly onType: (label: string) => void
}

/**
 * The line for an account's label. Its value is a whole one, also while addresses are hidden: whoever
 * changes a part of the label keeps the rest.
 */
export function LabelInput({ account, value, onType, ...props }: LabelInputProps) {
  return (
    <AddressInput
      {...props}
      value={value}
      holdsAddress={coverLabel(value, wholeAccount(account).email) !== value}
      maxLength={labelLength}
      autoComplete="off"
      ref={selectAll}
      onChange={(event) => onType(event.target.value)}
    />
  )
}
