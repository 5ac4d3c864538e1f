import './checkbox.css'
import { useId } from 'react'

export interface CheckboxProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly checked: boolean
  /** It can be read but not changed. */
  readonly frozen?: boolean | undefined
  readonly onChange: (checked: boolean) => void
}

/** A box to tick, with a sentence on what that does. */
export function Checkbox({ label, hint, checked, frozen = false, onChange }: CheckboxProps) {
  const id = useId()
  return (
    <div className="checkbox">
      <input
        id={id}
        type="checkbox"
        className="checkbox-box"
        checked={checked}
        aria-disabled={frozen || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          if (!frozen) onChange(event.target.checked)
        }}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint checkbox-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
