import './field.css'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { BadIcon, UnfoldIcon } from './icons'

/** What ties an input to its label, hint and error. */
export interface FieldTies {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

export interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with the value. */
  readonly error?: string | undefined
  /** A remark that stops nobody. */
  readonly warning?: string | undefined
  readonly required?: boolean | undefined
  /** A word after the label, such as "optional". */
  readonly mark?: string | undefined
  /** What stands at the end of the input: a paste or show button. */
  readonly end?: ReactNode
  /** What stands above the input, such as a picture. */
  readonly above?: ReactNode
  /** What stands right beneath it, such as a bar. */
  readonly below?: ReactNode
  /** What stands in the place of the hint for a while, such as a question with its button. */
  readonly aside?: ReactNode
  readonly children: (ties: FieldTies) => ReactNode
}

/**
 * A labelled input with its hint and its error; both are read out with it. One line beneath it is kept for
 * whatever has to be said, so that nothing moves when it comes.
 */
export function Field(props: FieldProps) {
  const id = useId()
  const hint = props.hint ? `${id}-hint` : undefined
  const error = props.error ? `${id}-error` : undefined
  const warning = props.warning ? `${id}-warning` : undefined
  const described = [error, warning, hint].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
        {/* The blank keeps a screen reader from running the two words together. */}
        {props.mark && <span className="field-mark"> {props.mark}</span>}
      </label>
      {props.above}
      <div className="field-row">
        {props.children({
          id,
          'aria-describedby': described || undefined,
          'aria-invalid': props.error ? true : undefined,
          'aria-required': props.required ? true : undefined,
        })}
        {props.end}
      </div>
      {props.below}
      <div className="field-foot">
        {props.error && (
          <p className="field-error" id={error}>
            <BadIcon aria-hidden="true" />
            {props.error}
          </p>
        )}
        {props.warning && (
          <p className="field-warning" id={warning}>
            {props.warning}
          </p>
        )}
        {props.aside}
        {props.hint && (
          // It makes room for what is more urgent, and is still read out.
          <p className={error || warning ? 'field-hint only-read' : 'field-hint'} id={hint}>
            {props.hint}
          </p>
        )}
      </div>
    </div>
  )
}

/** A one-line input. */
export function Input({ className = '', ...rest }: ComponentProps<'input'>) {
  return (
    <input
      spellCheck={false}
      autoCapitalize="none"
      autoCorrect="off"
      {...rest}
      className={`input ${className}`}
    />
  )
}

export interface SelectProps extends ComponentProps<'select'> {
  readonly options: readonly {
    readonly value: string
    readonly label: string
    /** What the label is in, where that is not the language of the page. */
    readonly lang?: string
  }[]
}

/** A list to choose one from; the system draws it, once it is open. */
export function Select({ options, className = '', ...rest }: SelectProps) {
  return (
    <span className={`select ${className}`}>
      <select {...rest} className="input">
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <UnfoldIcon aria-hidden="true" />
    </span>
  )
}
