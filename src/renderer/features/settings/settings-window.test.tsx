// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../shared/contract'
import { fail, ok } from '../../../shared/failure'
import { defaultSettings } from '../../../shared/settings'
import { textFor } from '../../../shared/text'
import { waitingRemoval } from '../../gallery/form-scenes'
import { servers } from '../../gallery/sample-services'
import { snapshot } from '../../gallery/samples'
import { look } from '../../gallery/trust-scenes'
import { open, press, text } from './settings-rig'

const words = text.settings

afterEach(cleanup)

const set = (more: Partial<Snapshot['settings']>) => ({ settings: { ...defaultSettings, ...more } })
const keys = (key: string, code: string, more: Partial<KeyboardEventInit> = {}) =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, code, ...more })
    await Promise.resolve()
  })
async function record() {
  const button = screen.getByRole('button', { name: words.shortcutRecord })
  button.focus()
  await press(button)
}

describe('the focus', () => {
  it('goes to the title as the window opens', async () => {
    await open()
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: words.title }))
  })

  it('goes to the passphrase that a chosen backup waits for', async () => {
    await open({ backupImport: { kind: 'chosen', file: 'mine.latchkey', created: 0 } })
    expect(document.activeElement).toBe(screen.getByLabelText(text.backup.import.passphrase))
  })
})

describe('a switch', () => {
  it('asks for what it shows, and shows what is kept', async () => {
    const bridge = await open()
    const checks = screen.getByRole('switch', { name: words.backgroundChecks })
    expect(checks.getAttribute('aria-checked')).toBe('true')
    await press(checks)
    expect(bridge.inputs('settings.change')).toEqual([{ backgroundChecks: false }])
    expect(checks.getAttribute('aria-checked')).toBe('true')
    act(() => bridge.change(set({ backgroundChecks: false })))
    expect(checks.getAttribute('aria-checked')).toBe('false')
  })

  it('tells that nothing was changed, and why', async () => {
    await open({}, { 'settings.change': () => fail('disk-failed') })
    await press(screen.getByRole('switch', { name: words.notifications }))
    expect(
      (await screen.findAllByText(words.failed(text.failures['disk-failed'].title))).length,
    ).toBeGreaterThan(0)
  })

  it('that means nothing here says so and does nothing', async () => {
    const bridge = await open({ desktop: { tray: 'there', canStartAtLogin: false } })
    await press(screen.getByRole('switch', { name: words.startAtLogin }))
    expect(bridge.inputs('settings.change')).toEqual([])
    expect(screen.getByText(words.startAtLoginUnavailable)).toBeTruthy()
  })
})

describe('the language', () => {
  it('is chosen by its own name, and every word of the window changes at once', async () => {
    const bridge = await open()
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: words.language })
    const names = [...select.options].map(({ text: label, lang }) => [label, lang])
    expect(names).toEqual([
      [words.languageOfSystem, ''],
      ['English', 'en'],
      ['简体中文', 'zh-Hans'],
      ['Suomi', 'fi'],
    ])
    fireEvent.change(select, { target: { value: 'fi' } })
    expect(bridge.inputs('settings.change')).toEqual([{ language: 'fi' }])
    bridge.snapshot = { ...snapshot(set({ language: 'fi' })), locale: 'fi', rev: 2 }
    act(() => bridge.change({ locale: 'fi', ...set({ language: 'fi' }) }, 2))
    const finnish = textFor('fi').settings
    await screen.findByRole('heading', { name: finnish.title })
    expect(screen.getByRole('switch', { name: finnish.notifications })).toBeTruthy()
    expect(screen.queryByText(words.notifications)).toBeNull()
  })
})

describe('closing the last window', () => {
  it('is chosen among three', async () => {
    const bridge = await open()
    await press(screen.getByRole('radio', { name: words.whenClosed.quit.label }))
    expect(bridge.inputs('settings.change')).toEqual([{ whenClosed: 'quit' }])
  })

  it('says how to come back where there is no tray', async () => {
    const desktop = { tray: 'missing', canStartAtLogin: true } as const
    const bridge = await open({ desktop, ...set({ whenClosed: 'keep-running' }) })
    expect(screen.getByText(new RegExp(words.wayBack(undefined)))).toBeTruthy()
    const withKeys = { whenClosed: 'keep-running', quickLoginShortcut: 'Alt+L' } as const
    act(() => bridge.change(set(withKeys)))
    expect(screen.getByText(/start Latchkey again or press Alt\+L/)).toBeTruthy()
  })
})

describe('the shortcut', () => {
  it('is recorded by pressing it, while its old keys do nothing', async () => {
    const bridge = await open()
    await record()
    expect(bridge.inputs('window.hold')).toEqual([{ held: true }])
    await keys('Control', 'ControlLeft', { ctrlKey: true })
    await keys('L', 'KeyL', { ctrlKey: true, shiftKey: true })
    expect(bridge.inputs('settings.change')).toEqual([{ quickLoginShortcut: 'Control+Shift+L' }])
    const order = bridge.called.map(({ name }) => name)
    expect(order.indexOf('settings.change')).toBeGreaterThan(order.lastIndexOf('window.hold') - 2)
    expect(bridge.inputs('window.hold').at(-1)).toEqual({ held: false })
  })

  it('is not a letter alone', async () => {
    const bridge = await open()
    await record()
    await keys('l', 'KeyL')
    expect(screen.getByRole('alert').textContent).toBe(
      words.shortcutNeedsModifier('Ctrl, Alt, Super'),
    )
    expect(bridge.inputs('settings.change')).toEqual([])
  })

  it.each(['Escape', 'Tab'])('stays as it was after %s, and the window stays open', async (key) => {
    const bridge = await open()
    await record()
    await keys(key, key)
    expect(bridge.inputs('window.hold')).toEqual([{ held: true }, { held: false }])
    expect(bridge.inputs('settings.change')).toEqual([])
    expect(bridge.inputs('window.close')).toEqual([])
  })

  it('is shown as keys, says when it is taken, and is removed', async () => {
    const desktop = { tray: 'there', canStartAtLogin: true, shortcutProblem: 'taken' } as const
    const bridge = await open({ desktop, ...set({ quickLoginShortcut: 'Control+Shift+L' }) })
    const row = screen.getByRole('button', { name: words.shortcutClear }).parentElement
    if (!row) throw new Error('no row')
    for (const key of ['Ctrl', 'Shift', 'L']) expect(within(row).getByText(key)).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toBe(words.shortcutProblems.taken)
    await press(screen.getByRole('button', { name: words.shortcutClear }))
    expect(bridge.inputs('settings.change')).toEqual([{ quickLoginShortcut: '' }])
  })
})

describe('the shortcut where the desktop does not tell whether it works', () => {
  const quickLoginCommand = '/opt/Latchkey/latchkey --quick-login'
  const desktop = { tray: 'missing', canStartAtLogin: true, quickLoginCommand } as const
  const kept = { whenClosed: 'keep-running', quickLoginShortcut: 'Alt+L' } as const

  it('is not promised, and the way that always works is named', async () => {
    await open({ desktop, ...set(kept) })
    const hint = screen.getByText(quickLoginCommand).parentElement
    expect(hint?.textContent).toContain(words.shortcutUnsure)
    expect(screen.getByText(new RegExp(words.wayBack(undefined)))).toBeTruthy()
  })

  it('is told as asked for when it is recorded', async () => {
    const bridge = await open({ desktop })
    expect(screen.queryByText(quickLoginCommand)).toBeNull()
    await record()
    await keys('L', 'KeyL', { altKey: true })
    expect(bridge.inputs('settings.change')).toEqual([{ quickLoginShortcut: 'Alt+L' }])
    expect(await screen.findByText(words.shortcutAsked('Alt+L'))).toBeTruthy()
  })
})

describe('the window', () => {
  it('is closed by Escape', async () => {
    const bridge = await open()
    await keys('Escape', 'Escape')
    expect(bridge.inputs('window.close')).toHaveLength(1)
  })

  it('stays open when Escape puts a message away, and the focus stays with the messages', async () => {
    const bridge = await open({}, { 'settings.change': () => fail('disk-failed') })
    await press(screen.getByRole('switch', { name: words.notifications }))
    const dismiss = screen.getByRole('button', { name: text.app.dismiss })
    const strip = dismiss.closest('ol')
    dismiss.closest('li')?.focus()
    await keys('Escape', 'Escape')
    expect(dismiss.isConnected).toBe(false)
    expect(bridge.inputs('window.close')).toEqual([])
    await waitFor(() => expect(document.activeElement).toBe(strip))
    await keys('Escape', 'Escape')
    expect(bridge.inputs('window.close')).toHaveLength(1)
  })

  it('stays open when Escape puts a message away that the focus is not at', async () => {
    const bridge = await open({}, { 'settings.change': () => fail('disk-failed') })
    const notifications = screen.getByRole('switch', { name: words.notifications })
    notifications.focus()
    await press(notifications)
    const dismiss = screen.getByRole('button', { name: text.app.dismiss })
    await keys('Escape', 'Escape')
    expect(dismiss.isConnected).toBe(false)
    expect(document.activeElement).toBe(notifications)
    expect(bridge.inputs('window.close')).toEqual([])
    await keys('Escape', 'Escape')
    expect(bridge.inputs('window.close')).toHaveLength(1)
  })

  it('stays open when Escape puts a message away that a lasting one has come behind', async () => {
    const bridge = await open({}, { 'settings.change': () => fail('disk-failed') })
    await press(screen.getByRole('switch', { name: words.notifications }))
    const dismiss = screen.getByRole('button', { name: text.app.dismiss })
    act(() => bridge.change({ removals: [waitingRemoval()] }))
    const undo = screen.getByRole('button', { name: text.accounts.removal.undoOf('Family') })
    undo.focus()
    await keys('Escape', 'Escape')
    expect([dismiss.isConnected, undo.isConnected]).toEqual([false, true])
    expect(bridge.inputs('window.close')).toEqual([])
    await keys('Escape', 'Escape')
    expect(bridge.inputs('window.close')).toHaveLength(1)
  })

  it('shows what is allowed for a site, and takes it back', async () => {
    const trust = { kind: 'certificate', certificate: look.certificate, since: 0 } as const
    const [site] = servers.filter(({ kind }) => kind === 'site')
    if (!site) throw new Error('The samples have no site')
    const bridge = await open(
      { servers: servers.map((one) => (one === site ? { ...one, trust } : one)) },
      { 'servers.distrust': () => ok(site) },
    )
    const shown = screen.getByRole('region', { name: text.trust.allowed.certificate.title })
    expect(shown.textContent).toContain(look.certificate.subject)
    await press(screen.getByRole('button', { name: text.trust.allowed.certificate.end }))
    expect(bridge.inputs('servers.distrust')).toEqual([{ server: site.id }])
    expect(await screen.findByText(text.trust.ended.certificate(site.name))).toBeTruthy()
  })
})

describe('zoom', () => {
  it('is chosen from steps, and is that of every window', async () => {
    const bridge = await open(set({ zoom: 125 }))
    const field = screen.getByRole('combobox', { name: words.zoom })
    expect(field).toHaveProperty('value', '125')
    fireEvent.change(field, { target: { value: '150' } })
    expect(bridge.inputs('settings.change')).toEqual([{ zoom: 150 }])
  })
})

describe('updates', () => {
  const known = (updates: Snapshot['desktop']['updates']) => ({
    desktop: { tray: 'there', canStartAtLogin: true, updates } as const,
  })

  it('are not spoken of where nobody is asked for them', async () => {
    await open()
    expect(screen.queryByText(words.updates.title)).toBeNull()
  })

  it('tell what came between, not in the words of the network', async () => {
    await open(known({ kind: 'failed', reason: 'net::ERR_NAME_NOT_RESOLVED' }))
    expect(screen.getByText(/could not be asked\. Code ERR_NAME_NOT_RESOLVED$/)).toBeTruthy()
    cleanup()
    await open(known({ kind: 'failed', reason: 'not signed by its publisher' }))
    expect(screen.getByText(/What was reported: not signed by its publisher$/)).toBeTruthy()
  })

  it('can be looked for, unless one is ready', async () => {
    const bridge = await open(known({ kind: 'up-to-date' }), { 'updates.check': () => ok(null) })
    await press(screen.getByRole('button', { name: words.updates.check }))
    expect(bridge.inputs('updates.check')).toHaveLength(1)
    cleanup()
    await open(known({ kind: 'ready', version: '1.1.0' }))
    expect(screen.getByText(/Version 1.1.0 is ready/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.updates.check })).toBeNull()
  })
})
