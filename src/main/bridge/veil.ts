/** What windows may know while Latchkey is locked: how the lock stands, and nothing of any account. */
import type { EventName, EventPayload, PackedChange } from '../../shared/contract'

export { veilSnapshot } from '../../shared/veil'

/** What is left of each event; undefined for one that is all about accounts. */
const veils: {
  readonly [N in EventName]: (payload: EventPayload<N>) => typeof payload | undefined
} = {
  'state.changed': veilChange,
  'window.goTo': () => undefined,
  'accounts.refreshed': () => undefined,
}

/** An event as windows may get it while Latchkey is locked; undefined if they may not. */
export function veilEvent<N extends EventName>(
  name: N,
  payload: EventPayload<N>,
): EventPayload<N> | undefined {
  return veils[name](payload)
}

/** A change without anything of accounts, removals, attempts, servers and questions. */
function veilChange(change: PackedChange): PackedChange {
  const { rev, locale, keychain, lock, settings, desktop } = change
  return {
    rev,
    ...(locale && { locale }),
    ...(keychain && { keychain }),
    ...(lock && { lock }),
    ...(settings && { settings }),
    ...(desktop && { desktop }),
  }
}
