// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Snapshot } from '../../../shared/contract'
import { ok } from '../../../shared/failure'
import { failedRemoval, waitingRemoval } from '../../gallery/form-scenes'
import { ids } from '../../gallery/sample-ids'
import { accounts } from '../../gallery/samples'
import { open, press, text } from '../shell/app-rig'

const words = text.accounts.removal
const id = ids.account('account-cloudreve-1')
const others = accounts.filter((account) => account.id !== id)

afterEach(cleanup)

/** The window with removals in it. */
const openWith = (more: Partial<Snapshot>) =>
  open(
    { accounts: others, ...more },
    { kind: 'home' },
    {
      'removal.undo': () => ok(null),
      'removal.extend': () => ok(null),
      'removal.finish': () => ok(null),
      'removal.putAway': () => ok(null),
    },
  )

describe('what is told of a removal', () => {
  it('says what is going to happen, and undoes it', async () => {
    const { bridge, ui } = await openWith({ removals: [waitingRemoval()] })
    expect(screen.getByText(words.told('Family'))).toBeTruthy()
    expect(screen.getByText(words.withLogOut('Cloudreve'))).toBeTruthy()
    await press(words.undoOf('Family'))
    expect(bridge.inputs('removal.undo')).toEqual([{ account: id }])
    expect(ui.getState().place).toEqual({ kind: 'account', account: id })
  })

  it('comes and goes with the state, whatever this window has done', async () => {
    const { bridge } = await openWith({})
    expect(screen.queryByText(words.told('Family'))).toBeNull()
    act(() => bridge.change({ removals: [waitingRemoval()] }))
    expect(screen.getByRole('button', { name: words.undoOf('Family') })).toBeTruthy()
    act(() => bridge.change({ removals: [] }))
    expect(screen.queryByText(words.told('Family'))).toBeNull()
  })

  it('asks for more time as long as the pointer or the focus is on it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const { bridge } = await openWith({ removals: [waitingRemoval()] })
      const asked = () => bridge.inputs('removal.extend').length
      const undo = screen.getByRole('button', { name: words.undoOf('Family') })
      expect(asked()).toBe(0)
      act(() => undo.focus())
      act(() => void vi.advanceTimersByTime(6_000))
      expect(asked()).toBe(3)
      act(() => undo.blur())
      act(() => void vi.advanceTimersByTime(6_000))
      expect(asked()).toBe(3)
      fireEvent.keyDown(undo, { key: 'Escape' })
      expect(screen.getByText(words.told('Family'))).toBeTruthy()
    } finally {
      vi.useRealTimers()
    }
  })

  it('offers to remove anyway what the service could not be told of', async () => {
    const { bridge } = await openWith({ accounts, removals: [failedRemoval] })
    await press(words.anywayOf('Family'))
    expect(bridge.inputs('removal.finish')).toEqual([{ account: id, evenIfStillLoggedIn: true }])
    await press(text.app.dismiss)
    expect(bridge.inputs('removal.putAway')).toEqual([{ account: id }])
  })

  it('offers another try where the keychain is what failed', async () => {
    const failure = { code: 'keychain-locked' } as const
    const { bridge } = await openWith({ accounts, removals: [{ ...failedRemoval, failure }] })
    await press(words.againOf('Family'))
    expect(bridge.inputs('removal.finish')).toEqual([{ account: id, evenIfStillLoggedIn: false }])
  })

  it('names nobody while addresses are hidden', async () => {
    const { snapshot } = (await openWith({})).bridge
    cleanup()
    await openWith({
      settings: { ...snapshot.settings, hideAddresses: true },
      removals: [waitingRemoval({ label: 'anna@example.org' })],
    })
    expect(document.body.textContent).not.toContain('anna@example.org')
    expect(screen.getByText(words.told('a…@example.org'))).toBeTruthy()
  })
})
