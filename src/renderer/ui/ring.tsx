import './ring.css'

/** How much is left of something, as part of a ring; the words beside it say the same. */
export function Ring({ left, tone }: { left: number; tone: 'brass' | 'warning' }) {
  const share = Math.min(1, Math.max(0, left))
  return (
    <svg className={`ring ring-${tone}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle className="ring-track" cx="10" cy="10" r="8" />
      <circle
        className="ring-left"
        cx="10"
        cy="10"
        r="8"
        pathLength="1"
        strokeDasharray={`${share} 1`}
      />
    </svg>
  )
}
