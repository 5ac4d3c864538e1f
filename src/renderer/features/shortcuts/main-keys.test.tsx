// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ok } from '../../../shared/failure'
import { attempt, fields, step } from '../../gallery/sample-steps'
import { accounts, settings, snapshot } from '../../gallery/samples'
import type { Place } from '../../stores/ui'
import { open, text } from '../shell/app-rig'
import { keyNames } from './key-names'

const [shop, second] = accounts
if (!shop || !second) throw new Error('The samples are too few.')

afterEach(cleanup)

const key = (name: string, more: object = {}) =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more })
    await Promise.resolve()
  })
const ctrl = { ctrlKey: true }

describe('the keys of the main window', () => {
  it('log in the nth latest used account, wherever the focus is', async () => {
    const { bridge } = await open({}, undefined, {
      'accounts.quickLogin': () => ok({ kind: 'told' }),
    })
    screen.getByRole('searchbox').focus()
    await key('2', ctrl)
    expect(bridge.inputs('accounts.quickLogin')).toEqual([{ account: second.id }])
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(second.label)
    await key('9', ctrl)
    expect(bridge.inputs('accounts.quickLogin')).toHaveLength(1)
  })

  it('go to the search, to adding, and to the settings', async () => {
    const { ui } = await open()
    await key('/')
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
    await key('n', ctrl)
    expect(ui.getState().place.kind).toBe('add')
    await key('f', ctrl)
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
  })

  const waiting = attempt(step({ fields: [fields.email] }))
  it.each<Place>([{ kind: 'add' }, { kind: 'attempt', attempt: waiting.id }])(
    'go nowhere for a search where there is nothing to search: %o',
    async (place) => {
      const { bridge, ui } = await open({ accounts: [], attempts: [waiting] }, place)
      await key('f', ctrl)
      expect(ui.getState().place).toEqual(place)
      expect(bridge.inputs('flow.leave')).toEqual([])
    },
  )

  it('show every shortcut at “?”, but not while somebody types', async () => {
    await open({ lock: { kind: 'open' } })
    screen.getByRole('searchbox').focus()
    await key('?', { shiftKey: true })
    expect(screen.queryByRole('dialog')).toBeNull()
    ;(document.activeElement as HTMLElement).blur()
    await key('?', { shiftKey: true })
    const sheet = screen.getByRole('dialog', { name: text.shortcuts.title })
    for (const name of Object.values(text.shortcuts.names)) {
      expect(within(sheet).getByText(name)).toBeTruthy()
    }
  })

  it('are named as the system’s own', async () => {
    const { surroundings } = snapshot()
    await open({ surroundings: { ...surroundings, platform: 'mac' } })
    await key('k', { metaKey: true })
    expect(screen.getAllByText('⌘').length).toBeGreaterThan(0)
    expect(screen.queryByText('Ctrl')).toBeNull()
  })

  it('are shown with the one of the whole system, named alike', async () => {
    const mac = { surroundings: { ...snapshot().surroundings, platform: 'mac' } } as const
    await open({ ...mac, settings: { ...settings, quickLoginShortcut: 'Command+Up' } })
    await key('?', { shiftKey: true })
    const row = screen.getByText(text.shortcuts.global).parentElement
    expect([...(row?.querySelectorAll('kbd') ?? [])].map((one) => one.textContent)).toEqual(
      keyNames({ mod: true, key: 'ArrowUp' }, true, text),
    )
  })

  it('wait while a question is open', async () => {
    const { bridge, actions } = await open()
    act(() => actions.askToLogOut(shop.id))
    await key('1', ctrl)
    await key('k', ctrl)
    expect(bridge.inputs('accounts.quickLogin')).toEqual([])
    expect(screen.queryByRole('combobox')).toBeNull()
  })
})
