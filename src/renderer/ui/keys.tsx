import './keys.css'

/** Keys to press together, drawn as keys. */
export function KeyCombination({ keys }: { keys: readonly string[] }) {
  return (
    <span className="keys">
      {keys.map((key, place) => (
        <kbd key={place} className="key">
          {key}
        </kbd>
      ))}
    </span>
  )
}

export interface KeyHint {
  readonly keys: readonly string[]
  readonly label: string
}

/** What the keys do here, in one line. The keys themselves are told by the field they belong to. */
export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <ul className="key-hints">
      {hints.map(({ keys, label }) => (
        <li key={label}>
          <KeyCombination keys={keys} />
          {label}
        </li>
      ))}
    </ul>
  )
}
