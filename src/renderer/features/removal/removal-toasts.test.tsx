// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
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

/** Waits until a button has stood long enough to be pressed. */
const read = (name: string) =>
  waitFor(
    () => expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBeNull(),
    { timeout: 10_000 },
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

  describe('with more than three at once', () => {
    const labels = ['One', 'Two', 'Three', 'Four', 'Five']
    const many = labels.map((label, index) =>
      waitingRemoval({ label, account: ids.account(`account-${index}`) }),
    )
    const seen = () =>
      labels.filter((label) => screen.queryByRole('button', { name: words.undoOf(label) }))

    it('shows the latest three, and tells how many there are besides', async () => {
      const { bridge } = await openWith({ removals: many.slice(0, 3) })
      expect(seen()).toEqual(['One', 'Two', 'Three'])
      expect(screen.queryByRole('button', { name: words.undoAll })).toBeNull()
      act(() => bridge.change({ removals: many }))
      expect(seen()).toEqual(['Three', 'Four', 'Five'])
      expect(screen.getByText(text.list.more(2))).toBeTruthy()
    })

    it('shows all of them when asked, each with its own way back and its own end', async () => {
      const { bridge } = await openWith({ removals: many })
      await press(words.unfold)
      expect(seen()).toEqual(labels)
      await press(words.nowOf('One'))
      expect(bridge.inputs('removal.finish')).toEqual([
        { account: 'account-0', evenIfStillLoggedIn: false },
      ])
      await press(words.undoOf('Two'))
      expect(bridge.inputs('removal.undo')).toEqual([{ account: 'account-1' }])
      await press(words.fold)
      expect(seen()).toEqual(['Three', 'Four', 'Five'])
    })

    it('brings one that was out of sight back without telling it anew', async () => {
      const { bridge } = await openWith({ removals: many })
      const two = screen.getByText(words.told('Two'))
      act(() => bridge.change({ removals: many.slice(0, 4) }))
      expect(seen()).toEqual(['Two', 'Three', 'Four'])
      // Another element would be another message, and be read out.
      expect(screen.getByText(words.told('Two'))).toBe(two)
    })

    it('undoes all at once, also those out of sight, and tells it once', async () => {
      const { bridge, ui } = await openWith({ removals: [...many, failedRemoval] })
      await press(words.undoAll)
      expect(bridge.inputs('removal.undo')).toHaveLength(5)
      await vi.waitFor(() =>
        expect(ui.getState().toasts.map(({ title }) => title)).toEqual([words.allUndone(5)]),
      )
    })
  })

  it('offers to remove anyway what the service could not be told of', async () => {
    const { bridge } = await openWith({ accounts, removals: [failedRemoval] })
    await read(words.anywayOf('Family'))
    await press(words.anywayOf('Family'))
    expect(bridge.inputs('removal.finish')).toEqual([{ account: id, evenIfStillLoggedIn: true }])
    await press(text.app.dismiss)
    expect(bridge.inputs('removal.putAway')).toEqual([{ account: id }])
  })

  it('does not take the second press of “remove now” for “remove anyway”', async () => {
    const { bridge } = await openWith({ removals: [waitingRemoval()] })
    await press(words.nowOf('Family'))
    act(() => bridge.change({ removals: [] }))
    act(() => bridge.change({ accounts, removals: [failedRemoval] }))
    await press(words.anywayOf('Family'))
    expect(bridge.inputs('removal.finish')).toEqual([{ account: id, evenIfStillLoggedIn: false }])
    await read(words.anywayOf('Family'))
    await press(words.anywayOf('Family'))
    expect(bridge.inputs('removal.finish')).toHaveLength(2)
  })

  it('says what to do where the keychain is what failed, and offers another try', async () => {
    const failure = { code: 'keychain-copy-locked' } as const
    const { bridge } = await openWith({ accounts, removals: [{ ...failedRemoval, failure }] })
    expect(screen.getByText(text.failures['keychain-copy-locked'].text)).toBeTruthy()
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
