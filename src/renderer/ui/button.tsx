import './button.css'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { Spinner } from './spinner'
import { showsTip } from './tooltip'
import { usePatience } from './use-time'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** `primary` for the one thing to do here, `plain` for others, `quiet` for side paths. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger' | undefined
  readonly icon?: ReactNode
  /**
   * Not to be used now. The button keeps its place in the tab order, so that the focus does not get
   * lost and a screen reader can find out what it is.
   */
  readonly unavailable?: boolean | undefined
  /** Its work is under way; that shows once it has lasted a moment, and the button keeps its width. */
  readonly busy?: boolean | undefined
}

export function Button({
  look = 'plain',
  icon,
  unavailable = false,
  busy = false,
  onClick,
  children,
  type = 'button',
  className = '',
  ...rest
}: ButtonProps) {
  const working = usePatience(busy)
  const covers = working && icon === undefined
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (unavailable) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look} ${busy ? 'button-busy' : ''} ${className}`}
      aria-disabled={unavailable || undefined}
      aria-busy={working || undefined}
      onClick={click}
    >
      {working && !covers ? <Spinner /> : icon}
      {children !== undefined && (
        <span className={covers ? 'button-words button-covered' : 'button-words'}>{children}</span>
      )}
      {covers && <Spinner />}
    </button>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** Its name, shown as a tooltip. */
  readonly label: string
}

/** A button that is only an icon. */
export function IconButton({ label, look = 'quiet', className = '', ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      {...showsTip}
      look={look}
      className={`button-icon ${className}`}
      aria-label={label}
    />
  )
}
