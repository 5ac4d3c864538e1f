import './notice.css'
import type { ReactNode } from 'react'
import { BadIcon, GoodIcon, InfoIcon, WarningIcon } from './icons'

export type NoticeTone = 'info' | 'good' | 'warning' | 'bad'

const icons = { info: InfoIcon, good: GoodIcon, warning: WarningIcon, bad: BadIcon } as const

export interface NoticeProps {
  readonly tone: NoticeTone
  readonly title?: string | undefined
  readonly children?: ReactNode
  /** Buttons that help. */
  readonly actions?: ReactNode
  /** Read out as soon as it appears: `alert` at once, `status` when there is a pause. */
  readonly role?: 'alert' | 'status' | undefined
  readonly className?: string | undefined
}

/** A remark with a tone: what happened, and what to do about it. */
export function Notice({ tone, title, children, actions, role, className = '' }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={`notice notice-${tone} ${className}`} role={role}>
      <Icon className="notice-icon" aria-hidden="true" />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children && <div className="notice-text">{children}</div>}
        {actions && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
