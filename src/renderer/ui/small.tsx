/** Small pieces without behaviour. */
import type { ReactNode } from 'react'

/** A coloured mark for a state; the state's word stands beside it, never the colour alone. */
export function Dot(props: { tone: 'good' | 'warning' | 'bad' | 'neutral' }) {
  return <span className={`dot dot-${props.tone}`} aria-hidden="true" />
}

/** A word in a frame, such as "Active" or "Sandbox". */
export function Badge(props: { tone?: 'brass' | 'neutral'; title?: string; children: ReactNode }) {
  return (
    <span className={`badge badge-${props.tone ?? 'neutral'}`} title={props.title}>
      {props.children}
    </span>
  )
}

/** Text for screen readers alone, read out when it changes. */
export function Announcement(props: { children: ReactNode }) {
  return (
    <span className="only-read" role="status">
      {props.children}
    </span>
  )
}
