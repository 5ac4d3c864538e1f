import { useState, type ComponentProps } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useSnapshot } from '../../stores/context'
import { Input } from '../../ui/field'

type AddressInputProps = ComponentProps<typeof Input> & { readonly field: UseFormRegisterReturn }

/**
 * A line that may hold an address. While addresses are hidden it shows dots, as a password does, except
 * to somebody who is typing in it.
 */
export function AddressInput({ field, ...props }: AddressInputProps) {
  const hides = useSnapshot(({ settings }) => settings.hideAddresses)
  const [typing, setTyping] = useState(false)
  return (
    <Input
      {...props}
      {...field}
      type={hides && !typing ? 'password' : 'text'}
      onInput={() => setTyping(true)}
      onBlur={(event) => {
        setTyping(false)
        void field.onBlur(event)
      }}
    />
  )
}
