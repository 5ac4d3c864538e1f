/** What forms say while somebody fills them in, and what is told of a removal. */
import type { Removal } from '../../shared/removal'
import { ids, snapshot, accounts } from './samples'
import type { Scene } from './scenes'

/** Long enough to look at the picture; the program gives ten seconds. */
const pictureMs = 9_500

/** An account that is off the list and can be had back. For the gallery and for tests. */
export function waitingRemoval(more: Partial<Extract<Removal, { kind: 'waiting' }>> = {}): Removal {
  return {
    kind: 'waiting',
    account: ids.account('account-cloudreve-1'),
    adapter: ids.adapter('cloudreve'),
    email: 'anna@example.org',
    label: 'Family',
    hasToken: true,
    endsAt: Date.now() + pictureMs,
    ...more,
  }
}

/** An account that could not be removed and is in the list again. For the gallery and for tests. */
export const failedRemoval: Extract<Removal, { kind: 'failed' }> = {
  kind: 'failed',
  account: ids.account('account-cloudreve-1'),
  adapter: ids.adapter('cloudreve'),
  email: 'anna@example.org',
  label: 'Family',
  failure: { code: 'offline' },
}

function removed(...removals: readonly Removal[]): Scene {
  const away = removals.flatMap((one) => (one.kind === 'waiting' ? [one.account] : []))
  return {
    snapshot: snapshot({
      accounts: accounts.filter(({ id }) => !away.includes(id)),
      removals: [...removals],
    }),
  }
}

export const formScenes: Readonly<Record<string, Scene>> = {
  'removal-undo': removed(waitingRemoval()),
  'removal-undo-several': removed(
    waitingRemoval(),
    waitingRemoval({
      account: ids.account('account-ruuvi-1'),
      adapter: ids.adapter('ruuvi'),
      email: 'home@example.org',
      label: 'Home',
    }),
  ),
  'removal-failed': removed(failedRemoval),
  'removal-failed-here': removed({ ...failedRemoval, failure: { code: 'keychain-locked' } }),
}
