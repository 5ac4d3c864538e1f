import type { Troubles } from '../../../shared/backup'
import { useText } from '../../stores/context'

/** Whom something went wrong for, and why. */
export function TroubleList({ troubles: { count, named } }: { troubles: Troubles }) {
  const text = useText()
  const rest = count - named.length
  return (
    <ul className="backup-troubles">
      {named.map(({ label, failure }, at) => (
        <li key={at}>
          <strong>{text.prose.label(label)}</strong>{' '}
          <span className="soft">{text.failures[failure.code].title}</span>
        </li>
      ))}
      {rest > 0 && <li className="soft">{text.backup.more(rest)}</li>}
    </ul>
  )
}
