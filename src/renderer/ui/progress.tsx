import './progress.css'

export interface ProgressBarProps {
  readonly label: string
  readonly done: number
  readonly total: number
  /** How far it is, in words. */
  readonly told: string
}

/** How far something is whose end is known. */
export function ProgressBar({ label, done, total, told }: ProgressBarProps) {
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={told}
    >
      <span style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
    </div>
  )
}
