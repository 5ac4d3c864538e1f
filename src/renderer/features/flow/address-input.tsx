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
  // Whoever hides addresses while typing one wants that one hidden, too.
  const [typing, setTyping] = useState<'covered' | 'open' | 'no'>('no')
  const now = hides ? 'covered' : 'open'
  return (
    <Input
      {...props}
      {...field}
      type={hides && typing !== now ? 'password' : 'text'}
      onInput={() => setTyping(now)}
      onBlur={(event) => {
        setTyping('no')
        void field.onBlur(event)
      }}
    />
  )
}
