import './choice-card.css'
import type { ReactNode } from 'react'
import { NextIcon } from './icons'

export interface ChoiceCardProps {
  readonly title: string
  readonly text: string
  readonly icon?: ReactNode
  readonly onChoose: () => void
  readonly busy?: boolean | undefined
}

/** A way to go, with a sentence on where it leads. */
export function ChoiceCard(props: ChoiceCardProps) {
  return (
    <button
      type="button"
      className="choice"
      aria-busy={props.busy ? true : undefined}
      onClick={props.onChoose}
    >
      {props.icon && <span className="choice-icon">{props.icon}</span>}
      <span className="choice-body">
        <span className="choice-title">{props.title}</span>
        <span className="choice-text">{props.text}</span>
      </span>
      <NextIcon className="choice-next" aria-hidden="true" />
    </button>
  )
}
