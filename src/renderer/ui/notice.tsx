import './notice.css'
import { useId, type ReactNode } from 'react'
import { BadIcon, GoodIcon, InfoIcon, WarningIcon } from './icons'

export type NoticeTone = 'info' | 'good' | 'warning' | 'bad'

const icons = { info: InfoIcon, good: GoodIcon, warning: WarningIcon, bad: BadIcon } as const

export interface NoticeProps {
  readonly tone: NoticeTone
  readonly title?: string | undefined
  readonly children?: ReactNode
  /** Buttons that help. */
  readonly actions?: ReactNode
  /**
   * Read out as soon as it appears: `alert` at once, `status` when there is a pause. The buttons are left
   * out of it, because one that counts down would have all of it read again each second.
   */
  readonly role?: 'alert' | 'status' | undefined
  readonly className?: string | undefined
}

/** A remark with a tone: what happened, and what to do about it. */
export function Notice({ tone, title, children, actions, role, className = '' }: NoticeProps) {
  const Icon = icons[tone]
  const id = useId()
  // Who comes to its buttons hears what they are about.
  const group = title && actions ? ({ role: 'group', 'aria-labelledby': id } as const) : {}
  return (
    <div className={`notice notice-${tone} ${className}`} {...group}>
      <Icon className="notice-icon" aria-hidden="true" />
      <div className="notice-body">
        <div className="notice-words" role={role}>
          {title && (
            <p className="notice-title" id={id}>
              {title}
            </p>
          )}
          {children && <div className="notice-text">{children}</div>}
        </div>
        {actions && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
