/** Settings in rows: a switch for what is on or off, radio buttons for one of a few, a list for more. */
import './switch.css'
import { RadioGroup, Switch } from 'radix-ui'
import { useId, type ReactNode } from 'react'
import { Select, type SelectProps } from './field'
import { BadIcon } from './icons'

/** Rows that belong together, in one frame. */
export function Rows({ children }: { children: ReactNode }) {
  return <div className="settings-rows">{children}</div>
}

export interface RowProps {
  readonly label: string
  readonly labelId?: string | undefined
  readonly hint?: ReactNode
  readonly hintId?: string | undefined
  /** What went wrong; read out as soon as it appears. */
  readonly note?: string | undefined
  /** What stands at the end of the row. */
  readonly children?: ReactNode
}

export function Row({ label, labelId, hint, hintId, note, children }: RowProps) {
  return (
    <div className="setting">
      <div className="setting-body">
        <span className="setting-label" id={labelId}>
          {label}
        </span>
        {hint && (
          <span className="setting-hint" id={hintId}>
            {hint}
          </span>
        )}
        {note && (
          <span className="setting-note" role="alert">
            <BadIcon aria-hidden="true" />
            {note}
          </span>
        )}
      </div>
      {children}
    </div>
  )
}

export interface SwitchRowProps extends Pick<RowProps, 'label' | 'hint' | 'note'> {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** It cannot be changed here; the hint says why. */
  readonly unavailable?: boolean
}

/** A setting that is on or off; it takes effect at once. */
export function SwitchRow({ on, onChange, unavailable = false, ...words }: SwitchRowProps) {
  const id = useId()
  const hintId = words.hint ? `${id}-hint` : undefined
  return (
    <Row {...words} labelId={`${id}-label`} hintId={hintId}>
      <Switch.Root
        className="switch"
        checked={on}
        onCheckedChange={(wanted) => !unavailable && onChange(wanted)}
        aria-labelledby={`${id}-label`}
        aria-describedby={hintId}
        aria-disabled={unavailable || undefined}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </Row>
  )
}

export interface SelectRowProps extends Pick<RowProps, 'label' | 'hint'> {
  readonly value: string
  readonly options: SelectProps['options']
  readonly onChange: (value: string) => void
}

/** One of several, in a list that opens; it takes effect at once. */
export function SelectRow({ value, options, onChange, ...words }: SelectRowProps) {
  const id = useId()
  const hintId = words.hint ? `${id}-hint` : undefined
  return (
    <Row {...words} labelId={`${id}-label`} hintId={hintId}>
      <Select
        className="setting-select"
        aria-labelledby={`${id}-label`}
        aria-describedby={hintId}
        value={value}
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    </Row>
  )
}

export interface RadioRowsProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[]
  readonly onChange: (value: T) => void
  /** What stands beneath the choices. */
  readonly children?: ReactNode
}

/** One of a few; it takes effect at once. */
export function RadioRows<T extends string>(props: RadioRowsProps<T>) {
  const id = useId()
  const { label, value, options, onChange, children } = props
  const choose = (wanted: string) => {
    const option = options.find((one) => one.value === wanted)
    if (option) onChange(option.value)
  }
  return (
    <RadioGroup.Root
      className="radios"
      value={value}
      onValueChange={choose}
      aria-labelledby={`${id}-label`}
    >
      <span className="setting-label" id={`${id}-label`}>
        {label}
      </span>
      {options.map((option) => {
        const own = `${id}-${option.value}`
        const hintId = option.hint ? `${own}-hint` : undefined
        return (
          <label key={option.value} className="radio-line">
            <RadioGroup.Item
              className="radio"
              value={option.value}
              id={own}
              aria-labelledby={`${own}-label`}
              aria-describedby={hintId}
            >
              <RadioGroup.Indicator className="radio-dot" />
            </RadioGroup.Item>
            <span id={`${own}-label`}>{option.label}</span>
            {option.hint && (
              <span className="radio-hint" id={hintId}>
                {option.hint}
              </span>
            )}
          </label>
        )
      })}
      {children}
    </RadioGroup.Root>
  )
}
