import '../../ui/chip.css'
import { useActions, useText } from '../../stores/context'

/** An account's tags on its page; each shows all accounts that bear it. */
export function AccountTags({ tags }: { tags: readonly string[] }) {
  const words = useText().describing
  const actions = useActions()
  if (tags.length === 0) return null
  return (
    <ul className="chips" aria-label={words.tags}>
      {tags.map((tag) => (
        <li key={tag}>
          <button
            type="button"
            className="chip chip-plain"
            aria-label={words.showTag(tag)}
            onClick={() => actions.showList({ kind: 'tag', tag })}
          >
            <span className="chip-text">{tag}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
