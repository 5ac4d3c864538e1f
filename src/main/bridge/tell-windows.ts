/** Events for every window. They go out here alone, so that none passes the veil while Latchkey is locked. */
import type { EventName, EventPayload } from '../../shared/contract'
import { packChange } from '../../shared/pack'
import type { QuickLogin } from '../accounts/quick-login'
import type { Lock } from '../lock/lock'
import type { Bridge } from './ipc'
import type { Mirror } from './mirror'
import { veilEvent } from './veil'

export interface TellingOptions {
  readonly mirror: Pick<Mirror, 'onChange'>
  readonly quickLogin: Pick<QuickLogin, 'onRefreshed'>
  readonly lock: Pick<Lock, 'isLocked'>
}

/** Tells every window what changes, and how a refresh ended that one of them has left to go on. */
export function tellWindows(
  { mirror, quickLogin, lock }: TellingOptions,
  bridge: Pick<Bridge, 'broadcast'>,
): void {
  const tell = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    const told = lock.isLocked ? veilEvent(name, payload) : payload
    if (told !== undefined) bridge.broadcast(name, told)
  }
  mirror.onChange((change) => tell('state.changed', packChange(change)))
  quickLogin.onRefreshed(({ account, asker, failure }) => {
    if (asker === 'window') tell('accounts.refreshed', { account, failure })
  })
}
