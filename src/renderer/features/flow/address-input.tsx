import { useState, type ComponentProps } from 'react'
import { useSnapshot } from '../../stores/context'
import { Input } from '../../ui/field'

interface AddressInputProps extends ComponentProps<typeof Input> {
  /** Whether an address is in it now, where that is known. */
  readonly holdsAddress?: boolean
}

/**
 * A line that may hold an address. While addresses are hidden it shows dots, as a password does, except
 * to somebody who is typing in it.
 */
export function AddressInput({ holdsAddress = true, onBlur, ...props }: AddressInputProps) {
  const hides = useSnapshot(({ settings }) => settings.hideAddresses)
  // Whoever hides addresses while typing one wants that one hidden, too.
  const [typing, setTyping] = useState<'covered' | 'open' | 'no'>('no')
  const now = hides ? 'covered' : 'open'
  return (
    <Input
      {...props}
      type={hides && holdsAddress && typing !== now ? 'password' : 'text'}
      onInput={() => setTyping(now)}
      onBlur={(event) => {
        setTyping('no')
        onBlur?.(event)
      }}
    />
  )
}
