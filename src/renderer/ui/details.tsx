import './details.css'
import type { ReactNode } from 'react'

export interface Detail {
  readonly key: string
  readonly label: string
  readonly value: ReactNode
}

/** Names and values, one below the other. */
export function Details(props: { items: readonly Detail[] }) {
  return (
    <dl className="details">
      {props.items.map((item) => (
        <div key={item.key} className="details-row">
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
