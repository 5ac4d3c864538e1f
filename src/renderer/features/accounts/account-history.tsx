import './account-details.css'
import { useState } from 'react'
import type { HistoryEntry } from '../../../shared/account'
import { useFormats, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Section } from '../../ui/page'

/** How many lines stand there before the person asks for more. */
const shownAtFirst = 5

/** What happened to an account, the latest first. */
export function AccountHistory({ history }: { history: readonly HistoryEntry[] }) {
  const text = useText().accountPage.history
  const formats = useFormats()
  const [all, setAll] = useState(false)
  const shown = all ? history : history.slice(0, shownAtFirst)
  const more = history.length - shown.length
  return (
    <Section title={text.title}>
      <ol className="lines" aria-label={text.title}>
        {shown.map(({ kind, at }, index) => (
          <li key={history.length - index} className="line">
            <span>{text.kinds[kind]}</span>
            <time className="soft" dateTime={new Date(at).toISOString()}>
              {formats.dateTime(at)}
            </time>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <Button look="quiet" className="lines-more" onClick={() => setAll(true)}>
          {text.more(more)}
        </Button>
      )}
    </Section>
  )
}
