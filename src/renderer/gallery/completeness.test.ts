/** The gallery shows what the program's own lists name: a new one without a scene is missed here. */
import { describe, expect, it } from 'vitest'
import { accountStates } from '../../shared/account'
import { place, windowKinds } from '../../shared/calls/windows'
import { keychainView } from '../../shared/contract'
import { failureCodes } from '../../shared/failure'
import { scenes } from './scenes'

const all = Object.values(scenes)

describe('in the gallery there is', () => {
  it.each(failureCodes)('the failure %s', (code) => {
    expect(
      all.some(({ snapshot }) => snapshot.attempts.some(({ failure }) => failure?.code === code)),
    ).toBe(true)
  })

  it.each(accountStates)('the page of an account that is %s', (state) => {
    const shown = all.some(
      ({ snapshot, place: at, window = 'main' }) =>
        window === 'main' &&
        at?.kind === 'account' &&
        snapshot.accounts.some((one) => one.id === at.account && one.state === state),
    )
    expect(shown).toBe(true)
  })

  it.each(windowKinds)('the window %s', (kind) => {
    expect(all.some(({ window = 'main' }) => window === kind)).toBe(true)
  })

  // The sheet of shortcuts and the backups are reached by a key and a window of their own.
  const places = place.options.map(({ shape }) => shape.kind.value)
  it.each(places.filter((kind) => kind !== 'shortcuts' && kind !== 'backup' && kind !== 'home'))(
    'the place %s',
    (kind) => expect(all.some((one) => one.place?.kind === kind)).toBe(true),
  )

  const [simple, unavailable] = keychainView.options
  it.each(simple.shape.kind.options)('the keychain that is %s', (kind) => {
    expect(all.some(({ snapshot }) => snapshot.keychain.kind === kind)).toBe(true)
  })
  it.each(unavailable.shape.reason.options)('the keychain that is missing: %s', (reason) => {
    expect(
      all.some(({ snapshot: { keychain } }) => 'reason' in keychain && keychain.reason === reason),
    ).toBe(true)
  })
})
