// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../shared/contract'
import { accounts } from '../../gallery/samples'
import { open, press, text } from '../shell/app-rig'

afterEach(cleanup)

const counts = { total: 12, done: 8, startedAt: Date.now() - 4_000 }
const running: Snapshot['checkAll'] = {
  kind: 'running',
  ...counts,
  found: { ready: 6, 'needs-login': 1, unreachable: 1 },
  pauses: [],
}
const ended: Snapshot['checkAll'] = {
  kind: 'ended',
  ...counts,
  done: 12,
  found: { ready: 8, 'needs-login': 1, blocked: 1, unreachable: 2 },
  cancelled: false,
  endedAt: Date.now(),
}

const panel = () => {
  const section = screen.getByRole('heading', { name: text.health.title }).closest('section')
  if (!section) throw new Error('There is no panel')
  return section
}

describe('the check of all accounts', () => {
  it('begins with a button', async () => {
    const { bridge } = await open()
    await press(text.health.begin)
    expect(bridge.called.map(({ name }) => name)).toContain('health.checkAll')
  })

  it('shows how far it is and can be stopped', async () => {
    const { bridge } = await open({ checkAll: running })
    const bar = screen.getByRole('progressbar', { name: text.health.progress })
    expect(bar.getAttribute('aria-valuenow')).toBe('8')
    expect(bar.getAttribute('aria-valuemax')).toBe('12')
    expect(panel().textContent).toContain('6 are fine')
    expect(panel().textContent).toContain('1 needs you')
    await press(text.health.cancel)
    expect(bridge.called.map(({ name }) => name)).toContain('health.cancel')
  })

  it('keeps the focus on the button that begins it, stops it, and begins it again', async () => {
    const { bridge } = await open()
    const button = screen.getByRole('button', { name: text.health.begin })
    button.focus()
    act(() => bridge.change({ checkAll: running }))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: text.health.cancel }))
    // Enter that is held down would press it again and again.
    expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false)
    expect(fireEvent.keyDown(button, { key: 'Enter' })).toBe(true)
    expect(fireEvent.keyDown(button, { key: 'Tab', repeat: true })).toBe(true)
    act(() => bridge.change({ checkAll: ended }))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: text.health.again }))
  })

  it('says which server wants to be left alone, and until when', async () => {
    const [first] = accounts
    if (!first) throw new Error('There is no sample')
    const pauses = [{ server: first.server, until: Date.now() + 60_000 }]
    await open({ checkAll: { ...running, pauses } })
    expect(panel().textContent).toMatch(/asks for a pause\. It goes on at \d\d:\d\d/)
  })

  it('tells at the end how many are fine, need the person, or could not be asked', async () => {
    await open({ checkAll: ended })
    for (const words of ['8 are fine', '2 need you', '2 could not be asked']) {
      expect(panel().textContent).toContain(words)
    }
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('leads to those that could not be asked', async () => {
    const [first] = accounts
    if (!first) throw new Error('There is no sample')
    const away = { ...first, label: 'Far away', hasSecret: true, state: 'unreachable' } as const
    const { ui } = await open({ checkAll: ended, accounts: [away] })
    const item = within(panel()).getByText('2 could not be asked').closest('li')
    if (!item) throw new Error('There is no such line')
    await press(text.health.show, item)
    await press('Far away', item)
    expect(ui.getState().place).toEqual({ kind: 'account', account: away.id })
  })

  it('leads to those that need the person', async () => {
    const { ui } = await open({ checkAll: ended })
    const item = within(panel()).getByText('2 need you').closest('li')
    if (!item) throw new Error('There is no such line')
    await press(text.health.show, item)
    expect(ui.getState().filter).toEqual({ kind: 'attention' })
  })

  it('says that it was stopped, and after how many', async () => {
    await open({ checkAll: { ...ended, done: 5, cancelled: true } })
    expect(panel().textContent).toContain('after 5 of 12')
  })

  it('tells of a token that ends within a day and cannot be renewed', async () => {
    const [first] = accounts
    if (!first) throw new Error('There is no sample')
    const soon = {
      ...first,
      label: 'Ends soon',
      hasSecret: true,
      refreshable: false,
      tokenExpiresAt: Date.now() + 3 * 3_600_000,
    }
    await open({ accounts: [soon] })
    expect(panel().textContent).toContain(text.health.expiring)
    expect(panel().textContent).toContain('in 3 hours')
  })

  it('is not there where no account has a token', async () => {
    const [first] = accounts
    if (!first) throw new Error('There is no sample')
    await open({ accounts: [{ ...first, hasSecret: false }] })
    expect(screen.queryByText(text.health.begin)).toBeNull()
  })
})
