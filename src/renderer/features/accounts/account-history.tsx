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

/** Once, as the line comes. */
function takeFocus(line: HTMLElement | null): void {
  line?.focus()
}

/** What happened to an account, the latest first. */
export function AccountHistory({ history }: { history: readonly HistoryEntry[] }) {
  const text = useText().accountPage.history
  const formats = useFormats()
  /** The first of the lines that were asked for; it has the focus that their button had. */
  const [asked, setAsked] = useState<number>()
  const shown = asked === undefined ? history.slice(0, shownAtFirst) : history
  const more = history.length - shown.length
  return (
    <Section title={text.title}>
      <HealthStrip history={history} />
      <ol className="lines" aria-label={text.title}>
        {shown.map(({ kind, at }, index) => {
          const number = history.length - index
          const focus = number === asked && { ref: takeFocus, tabIndex: -1 }
          return (
            <li key={number} className="line" {...focus}>
              <span>{text.kinds[kind]}</span>
              <time className="soft" dateTime={new Date(at).toISOString()}>
                {formats.dateTime(at)}
              </time>
            </li>
          )
        })}
      </ol>
      {more > 0 && (
        <Button look="quiet" className="lines-more" onClick={() => setAsked(more)}>
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
  const asked = kinds.has('accepted') || kinds.has('rejected')
  const share = formats.percent(acceptedShare(parts))
  return (
    <figure className="strip">
      <div
        className="strip-bar"
        role="img"
        aria-label={asked ? text.accepted(share, formats.date(first.from)) : text.health.none}
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
