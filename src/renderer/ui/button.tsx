import './button.css'
import { Tooltip } from 'radix-ui'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { Spinner } from './spinner'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** `primary` for the one thing to do here, `plain` for others, `quiet` for side paths. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger' | undefined
  readonly icon?: ReactNode
  /**
   * Not to be used now. The button keeps its place in the tab order, so that the focus does not get
   * lost and a screen reader can find out what it is.
   */
  readonly unavailable?: boolean | undefined
  /** Shows that its work is under way. */
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
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (unavailable) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look} ${className}`}
      aria-disabled={unavailable || undefined}
      aria-busy={busy || undefined}
      onClick={click}
    >
      {busy ? <Spinner /> : icon}
      {children !== undefined && <span>{children}</span>}
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
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <Button {...rest} look={look} className={`button-icon ${className}`} aria-label={label} />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {label}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
