import './state-overview.css'
import { memo } from 'react'
import type { AccountState } from '../../../shared/account'
import { accountStates } from '../../../shared/account-states'
import { useActions, useFormats, useText, useUi } from '../../stores/context'
import { stateTone } from '../../stores/selectors'
import { Dot } from '../../ui/small'

interface StateCount {
  readonly state: AccountState
  readonly count: number
}

/**
 * All accounts by state: a bar to look at, and beneath it a button for each state that narrows the list
 * to it. The bar stands in the order of the buttons, so that it reads without its colours.
 */
export const StateOverview = memo(function StateOverview(props: {
  counts: ReadonlyMap<AccountState, number>
}) {
  const text = useText().home
  const counts = accountStates.flatMap((state) => {
    const count = props.counts.get(state)
    return count === undefined ? [] : [{ state, count }]
  })
  return (
    <div className="overview" role="group" aria-label={text.byState}>
      <div className="overview-bar" aria-hidden="true">
        {counts.map(({ state, count }) => (
          <span
            key={state}
            className={`overview-part overview-${stateTone(state)}`}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      <div className="overview-cells">
        {counts.map((one) => (
          <StateCell key={one.state} {...one} />
        ))}
      </div>
    </div>
  )
})

function StateCell({ state, count }: StateCount) {
  const text = useText().home
  const formats = useFormats()
  const actions = useActions()
  const chosen = useUi(({ filter }) => filter?.kind === 'state' && filter.state === state)
  return (
    <button
      type="button"
      className="overview-cell"
      aria-pressed={chosen}
      onClick={() =>
        chosen ? actions.filter(undefined) : actions.showList({ kind: 'state', state })
      }
    >
      <span className="overview-count">{formats.number(count)}</span>{' '}
      <span className="overview-name">
        <Dot tone={stateTone(state)} />
        {text.states[state]}
      </span>
    </button>
  )
}
