// @vitest-environment jsdom
import { packSnapshot } from '../../../shared/pack'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../shared/failure'
import type { FakeAnswers } from '../../gallery/fake-bridge'
import { accounts, snapshot } from '../../gallery/samples'
import type { Place } from '../../stores/ui'
import { list, open, press, text } from './app-rig'

const [first, second, , waiting] = accounts
if (!first || !second || !waiting) throw new Error('The samples are too few.')

afterEach(cleanup)

/** Presses what has the focus, as one does without a mouse. */
async function pressByKey(name: string): Promise<void> {
  screen.getByRole('button', { name }).focus()
  await press(name)
}

describe('the window', () => {
  it('says why it has no data, and tries again when asked', async () => {
    let answer: FakeAnswers['state.snapshot'] = () => fail('internal')
    await open(
      {},
      { kind: 'home' },
      { 'state.snapshot': (input) => answer?.(input) ?? fail('internal') },
    )
    expect(screen.getByRole('alert').textContent).toContain(text.app.failed)
    answer = () => ok(packSnapshot(snapshot()))
    await press(text.app.tryAgain)
    expect(await screen.findByRole('heading', { name: text.home.title })).toBeTruthy()
  })

  it('begins with three sentences and the services when there are no accounts', async () => {
    await open({ accounts: [] })
    const { sentences, talksTo } = text.home.first
    for (const sentence of [...sentences, talksTo.services])
      expect(screen.getByText(sentence)).toBeTruthy()
    await press(/^Ruuvi Cloud/)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ruuvi Cloud')
  })

  it('tells at the beginning of the server for updates where one is asked for them', async () => {
    const desktop = { tray: 'there', canStartAtLogin: true, updates: { kind: 'idle' } } as const
    await open({ accounts: [], desktop })
    const { talksTo } = text.home.first
    expect(screen.getByText(talksTo.alsoUpdates)).toBeTruthy()
    expect(screen.queryByText(talksTo.services)).toBeNull()
  })

  it('moves the focus to the title of a new page', async () => {
    await open()
    await press(/^Second shop/, list())
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Second shop' }))
  })

  it('finds accounts by typing, without asking the main process, and Escape ends it', async () => {
    const { bridge } = await open()
    const calls = bridge.called.length
    const search = screen.getByLabelText<HTMLInputElement>(text.accounts.search)
    fireEvent.input(search, { target: { value: 'family' } })
    expect(within(list()).getAllByRole('button')).toHaveLength(2)
    fireEvent.input(search, { target: { value: 'nobody' } })
    expect(within(list()).getByText(text.accounts.noMatch('nobody'))).toBeTruthy()
    fireEvent.keyDown(search, { key: 'Escape', isComposing: true })
    expect(search.value).toBe('nobody')
    fireEvent.keyDown(search, { key: 'Escape' })
    expect(search.value).toBe('')
    expect(within(list()).getAllByRole('button')).toHaveLength(accounts.length)
    fireEvent.input(search, { target: { value: 'family' } })
    await pressByKey(text.accounts.clearSearch)
    expect(search.value).toBe('')
    expect(document.activeElement).toBe(search)
    expect(bridge.called).toHaveLength(calls)
  })

  it('keeps the focus at the search when what the list is narrowed to is taken away', async () => {
    const { actions } = await open()
    const filter = { kind: 'attention' } as const
    act(() => actions.filter(filter))
    await pressByKey(text.list.clearFilter(text.list.filterName(filter)))
    expect(within(list()).getAllByRole('button')).toHaveLength(accounts.length)
    expect(document.activeElement).toBe(screen.getByLabelText(text.accounts.search))
  })

  it.each([
    [{ kind: 'locked' } as const, text.keychain.retry, 'keychain.retry' as const],
    [{ kind: 'denied' } as const, text.keychain.askAgain, 'keychain.retry' as const],
    [
      { kind: 'unavailable', reason: 'no-secret-service' } as const,
      text.keychain.useMemory,
      'keychain.useMemory' as const,
    ],
  ])('says what the keychain needs: %o', async (keychain, label, call) => {
    const { bridge } = await open({ keychain })
    const words = text.keychain.words(keychain, 'linux')
    expect(screen.getByText(words.title)).toBeTruthy()
    await press(label)
    expect(bridge.inputs(call)).toHaveLength(1)
  })

  it.each([
    [{ kind: 'locked' } as const, text.keychain.retry],
    [{ kind: 'denied' } as const, text.keychain.askAgain],
  ])(
    'does not take the second press on %o for one that stops the asking',
    async (keychain, name) => {
      const { bridge } = await open({ keychain })
      const button = screen.getByRole('button', { name })
      button.focus()
      fireEvent.click(button)
      act(() => bridge.change({ keychain: { kind: 'asking' } }))
      const stop = screen.getByRole('button', { name: text.keychain.stopAsking })
      expect(document.activeElement).toBe(stop)
      fireEvent.click(stop)
      expect(bridge.inputs('keychain.stopAsking')).toEqual([])
      const ready = () => expect(stop.getAttribute('aria-disabled')).toBeNull()
      await waitFor(ready, { timeout: 10_000 })
      // What comes back is another question.
      act(() => bridge.change({ keychain }))
      act(() => bridge.change({ keychain: { kind: 'asking' } }))
      expect(stop.getAttribute('aria-disabled')).toBe('true')
      await waitFor(ready, { timeout: 10_000 })
      fireEvent.click(stop)
      expect(bridge.inputs('keychain.stopAsking')).toHaveLength(1)
    },
  )

  it('keeps the focus while a denied keychain is looked at anew', async () => {
    const { bridge } = await open({ keychain: { kind: 'denied' } })
    const button = screen.getByRole('button', { name: text.keychain.askAgain })
    button.focus()
    fireEvent.click(button)
    act(() => bridge.change({ keychain: { kind: 'starting' } }))
    expect(document.activeElement).toBe(button)
    fireEvent.click(button)
    expect(bridge.inputs('keychain.retry')).toHaveLength(1)
    act(() => bridge.change({ keychain: { kind: 'asking' } }))
    expect(document.activeElement?.textContent).toBe(text.keychain.stopAsking)
  })

  it('hands the focus on to the page once the keychain is there', async () => {
    const unavailable = { kind: 'unavailable', reason: 'no-secret-service' } as const
    const answers = { 'keychain.retry': () => ok({ kind: 'ready' as const }) }
    const { bridge } = await open({ keychain: unavailable }, { kind: 'home' }, answers)
    await pressByKey(text.keychain.retry)
    act(() => bridge.change({ keychain: { kind: 'ready' } }))
    expect(screen.queryByRole('button', { name: text.keychain.retry })).toBeNull()
    const title = screen.getByRole('heading', { level: 1 })
    await waitFor(() => expect(document.activeElement).toBe(title))
  })

  it('says that the settings were damaged, where they are, and what scripts may now', async () => {
    const setAside = 'settings.json.damaged-2026'
    const { bridge } = await open({ settingsFile: { kind: 'damaged', setAside } })
    const told = screen.getByText(
      text.settingsFile.words({ kind: 'damaged', setAside })?.title ?? '',
    )
    const notice = told.closest('[role=status]')
    expect(notice?.textContent).toContain(setAside)
    expect(notice?.textContent).toContain('Scripts get no tokens')
    await press(text.settingsFile.open)
    expect(bridge.inputs('window.open')).toEqual([{ window: 'settings' }])
  })

  it('says that the record of the passphrase was damaged, what follows, and where a new one is set', async () => {
    const setAside = 'lock.json.damaged-2026'
    const { bridge } = await open({ lockFile: { kind: 'damaged', setAside } })
    const told = screen.getByText(text.lockFile.words({ kind: 'damaged', setAside })?.title ?? '')
    const notice = told.closest('[role=status]')
    expect(notice?.textContent).toContain(setAside)
    expect(notice?.textContent).toContain('kept without a passphrase')
    await press(text.lockFile.open)
    expect(bridge.inputs('window.open')).toEqual([{ window: 'settings' }])
  })

  it('names a host that is not for everyday use', async () => {
    const { surroundings } = snapshot()
    await open({ surroundings: { ...surroundings, host: 'chromium' } })
    expect(screen.getByText(/^Chromium host: for development and tests$/)).toBeTruthy()
  })

  it('goes where the main process asks it to', async () => {
    const { actions } = await open()
    act(() => actions.goTo({ kind: 'account', account: second.id }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Second shop')
  })
})

describe('the list by keyboard', () => {
  it('is entered from the search and walked with the arrows', async () => {
    await open()
    const rows = within(list()).getAllByRole('button')
    const search = screen.getByRole('searchbox')
    search.focus()
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? search, { key })
    press('ArrowDown')
    expect(document.activeElement).toBe(rows[0])
    press('ArrowDown')
    press('ArrowDown')
    press('ArrowUp')
    expect(document.activeElement).toBe(rows[1])
    press('End')
    press('ArrowDown')
    expect(document.activeElement).toBe(rows.at(-1))
    press('Home')
    expect(document.activeElement).toBe(rows[0])
  })
})

describe('an account', () => {
  const at = (account: typeof first): Place => ({ kind: 'account', account: account.id })

  it('that needs a login is logged in again in one step', async () => {
    const { bridge } = await open({}, at(second))
    await press(text.accounts.logInAgain, screen.getByRole('main'))
    expect(bridge.inputs('flow.begin')).toEqual([
      { flow: 'login', server: second.server, account: second.id },
    ])
  })

  it('keeps the focus on its page when the button that had it has done its work', async () => {
    const idle = { ...first, active: false }
    const { bridge } = await open({ accounts: [idle] }, at(idle))
    screen.getByRole('button', { name: text.accounts.makeActive }).focus()
    await act(async () => {
      bridge.change({ accounts: [first] })
      await Promise.resolve()
    })
    await vi.waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    })
  })

  it('whose token was rejected does not offer to copy it', async () => {
    await open({}, at(second))
    const main = screen.getByRole('main')
    expect(within(main).queryByRole('button', { name: text.accounts.copyToken })).toBeNull()
  })

  it('stays in the list and on its page when its server or service is not listed', async () => {
    await open({ servers: [], services: [] })
    expect(within(list()).getAllByRole('button')).toHaveLength(accounts.length)
    await press(new RegExp(second.label), list())
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(second.label)
    expect(screen.getByText(text.accounts.unknownPlace)).toBeTruthy()
  })

  it('waits for a locked keychain together with all others, in one place', async () => {
    const locked = accounts.map((one) => ({ ...one, state: 'keychain-locked' as const }))
    await open({ accounts: locked, keychain: { kind: 'locked' } })
    expect(screen.getAllByText(text.accountStates['keychain-locked'].title)).toHaveLength(1)
    expect(screen.queryByRole('heading', { name: text.home.attention })).toBeNull()
  })

  it('that waits is continued', async () => {
    const { bridge } = await open({}, at(waiting))
    await press(text.accounts.goOn, screen.getByRole('main'))
    expect(bridge.inputs('flow.resume')).toEqual([{ account: waiting.id }])
  })

  it('tells how long a copied token stays on the clipboard', async () => {
    await open({}, at(first), {
      'accounts.copyToken': () => ok({ clearsAt: Date.now() + 30_000 }),
    })
    const copied = text.accountPage.copied.token(first.label, 30)
    await press(text.accounts.copyToken, screen.getByRole('main'))
    expect((await screen.findAllByText(copied)).length).toBeGreaterThan(0)
  })
})
