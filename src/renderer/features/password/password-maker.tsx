import { useId } from 'react'
import { useActions, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { CopyIcon } from '../../ui/icons'
import { lengthsFor, type PasswordLimits, type PasswordOptions } from './generate-password'

export interface PasswordMakerProps {
  readonly limits: PasswordLimits
  readonly options: PasswordOptions
  readonly password: string
  readonly frozen: boolean
  readonly onChange: (options: PasswordOptions) => void
}

/** How a password is made by chance, and a way to take it along: it is in the field already. */
export function PasswordMaker(props: PasswordMakerProps) {
  const { limits, options, password, frozen, onChange } = props
  const text = useText().passwords
  const actions = useActions()
  const id = useId()
  const { min, max } = lengthsFor(limits)
  return (
    <div className="password-maker" role="group" aria-label={text.making}>
      {min < max && (
        <div className="password-length">
          <label htmlFor={id}>{text.length(options.length)}</label>
          <input
            id={id}
            type="range"
            min={min}
            max={max}
            value={options.length}
            disabled={frozen}
            onChange={(event) => onChange({ ...options, length: Number(event.target.value) })}
          />
        </div>
      )}
      <Checkbox
        label={text.easy}
        hint={text.easyHint}
        checked={options.easy}
        frozen={frozen}
        onChange={(easy) => onChange({ ...options, easy })}
      />
      <Button
        icon={<CopyIcon />}
        unavailable={frozen || password === ''}
        onClick={() => void actions.copyPassword(password)}
      >
        {text.copy}
      </Button>
    </div>
  )
}
