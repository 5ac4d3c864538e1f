import '../../ui/chip.css'
import type { AccountView } from '../../../shared/account'
import { useActions, useText } from '../../stores/context'
import { wholeAccount } from '../../stores/covered'

/** An account's tags on its page; each shows all accounts that bear it. */
export function AccountTags({ account }: { account: AccountView }) {
  const words = useText().describing
  const actions = useActions()
  const { tags } = account
  if (tags.length === 0) return null
  function show(place: number): void {
    const tag = wholeAccount(account).tags[place]
    if (tag !== undefined) actions.showList({ kind: 'tag', tag })
  }
  return (
    <ul className="chips" aria-label={words.tags}>
      {tags.map((tag, place) => (
        // Two that are covered may look the same.
        <li key={place}>
          <button
            type="button"
            className="chip chip-plain"
            aria-label={words.showTag(tag)}
            onClick={() => show(place)}
          >
            <span className="chip-text">{tag}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
