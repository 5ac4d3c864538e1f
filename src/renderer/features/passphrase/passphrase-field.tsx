import type { Ref } from 'react'
import { useText } from '../../stores/context'
import { SecretField } from '../../ui/secret-field'

export interface PassphraseFieldProps {
  readonly label: string
  readonly value: string
  /** What is wrong with it. */
  readonly error?: string | undefined
  readonly input?: Ref<HTMLInputElement>
  /** It can be read but not changed. */
  readonly frozen?: boolean
  readonly onType: (value: string) => void
}

/** A passphrase that was chosen before. */
export function PassphraseField(props: PassphraseFieldProps) {
  const text = useText()
  const { show, hide } = text.passphrase
  const { label, value, error, input, frozen, onType } = props
  return (
    <SecretField
      frame={{ label, error }}
      input={{
        ref: input,
        value,
        readOnly: frozen,
        onChange: (event) => onType(event.target.value),
      }}
      autoComplete="current-password"
      words={{ show, hide, capsLock: text.flow.capsLock }}
    />
  )
}
