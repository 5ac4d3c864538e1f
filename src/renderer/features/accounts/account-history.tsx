import './account-details.css'
import { useState } from 'react'
import type { HistoryEntry } from '../../../shared/account'
import { useFormats, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Section } from '../../ui/page'
import { useMinute } from '../../ui/use-time'
import { acceptedShare, healthParts } from './health-strip'

/** How many lines stand there before the person asks for more. */
const shownAtFirst = 5
const shortestStrip = 3_600_000

/** What happened to an account, the latest first. */
export function AccountHistory({ history }: { history: readonly HistoryEntry[] }) {
  const text = useText().accountPage.history
  const formats = useFormats()
  const [all, setAll] = useState(false)
  const shown = all ? history : history.slice(0, shownAtFirst)
  const more = history.length - shown.length
  return (
    <Section title={text.title}>
      <HealthStrip history={history} />
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

/** When the token was accepted and when not; nothing for an account that has no past yet. */
function HealthStrip({ history }: { history: readonly HistoryEntry[] }) {
  const text = useText().accountPage.history
  const formats = useFormats()
  const now = useMinute()
  const parts = healthParts(history, now)
  const [first] = parts
  // Within an hour there is nothing to compare.
  if (!first || now - first.from < shortestStrip) return null
  const kinds = new Set(parts.map(({ health }) => health))
  return (
    <figure className="strip">
      <div
        className="strip-bar"
        role="img"
        aria-label={text.accepted(formats.percent(acceptedShare(parts)), formats.date(first.from))}
      >
        {parts.map(({ health, from, to }) => (
          <span
            key={from}
            className={`strip-part strip-${health}`}
            style={{ flexGrow: to - from }}
            title={text.span(text.health[health], formats.date(from), formats.date(to))}
          />
        ))}
      </div>
      <figcaption className="strip-words" aria-hidden="true">
        <span>{formats.date(first.from)}</span>
        {(['accepted', 'rejected', 'none'] as const)
          .filter((health) => kinds.has(health))
          .map((health) => (
            <span key={health} className="strip-key">
              <span className={`strip-sample strip-${health}`} />
              {text.health[health]}
            </span>
          ))}
        <span>{text.today}</span>
      </figcaption>
    </figure>
  )
}
