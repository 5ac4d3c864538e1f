// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BackupPreview } from '../../../shared/backup'
import type { Snapshot } from '../../../shared/contract'
import { fail, ok } from '../../../shared/failure'
import { textFor } from '../../../shared/text'
import { backupScenes } from '../../gallery/backup-scenes'
import { FakeBridge, type FakeAnswers } from '../../gallery/fake-bridge'
import { english } from '../../gallery/words'
import { snapshot } from '../../gallery/samples'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { listen } from '../shell/hearing'
import { standInForDrawing } from '../../ui/drawing-rig'
import { BackupSection } from './backup-section'

afterEach(cleanup)

const words = textFor('en').backup
const file = { file: 'mine.latchkey', created: Date.UTC(2026, 10, 20) }

standInForDrawing()

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)))

async function draw(more: Partial<Snapshot>, answers: FakeAnswers = {}) {
  const bridge = new FakeBridge(snapshot(more), answers)
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  await settle()
  render(
    <LatchkeyProvider latchkey={latchkey}>
      <BackupSection />
    </LatchkeyProvider>,
  )
  await settle()
  return { bridge, latchkey }
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

describe('an export', () => {
  it('that the disk refuses tells what is wrong with the disk, and is closed, not done', async () => {
    await draw(backupScenes['backup-export-failed']?.snapshot ?? {})
    const { failureParts, app } = textFor('en')
    expect(screen.getByText(failureParts.system['no-room'])).toBeTruthy()
    expect(screen.getByText(failureParts.code('ENOSPC'))).toBeTruthy()
    expect(screen.queryByText(/says/)).toBeNull()
    expect(screen.getByRole('button', { name: app.close })).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.close })).toBeNull()
  })

  it('that the lock has ended says so without saying that Latchkey is locked, and begins anew', async () => {
    const answers = { 'backup.endExport': () => ok(null) }
    const { bridge } = await draw(backupScenes['backup-export-locked']?.snapshot ?? {}, answers)
    expect(screen.getByRole('alert').textContent).toContain(words.export.locked)
    expect(screen.queryByText(textFor('en').failures['latchkey-locked'].title)).toBeNull()
    await press(words.export.again)
    expect(bridge.inputs('backup.endExport')).toEqual([{}])
  })

  it('asks for what goes in and for a passphrase, and stays until a place is named', async () => {
    let begun = false
    const { bridge } = await draw({}, { 'backup.export': () => ok({ begun }) })
    await press(words.export.begin)
    fireEvent.click(screen.getByRole('radio', { name: words.export.kinds.accounts.label }))
    type(words.import.passphrase, 'short')
    await press(words.export.submit)
    expect(bridge.inputs('backup.export')).toEqual([])
    type(words.import.passphrase, 'grey otters climb')
    await press(words.export.submit)
    const input = { contents: 'accounts', passphrase: 'grey otters climb' }
    expect(bridge.inputs('backup.export')).toEqual([input])
    expect(screen.getByLabelText(words.import.passphrase)).toHaveProperty(
      'value',
      'grey otters climb',
    )
    begun = true
    await press(words.export.submit)
    expect(screen.queryByLabelText(words.import.passphrase)).toBeNull()
  })

  it('is left with Escape, which leads back to its button', async () => {
    await draw({})
    const begin = screen.getByRole('button', { name: words.export.begin })
    begin.focus()
    await press(words.export.begin)
    const field = screen.getByLabelText(words.import.passphrase)
    expect(document.activeElement).toBe(field)
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(field.isConnected).toBe(false)
    expect(document.activeElement).toBe(begin)
  })

  it('is begun where the palette has asked for it', async () => {
    const { latchkey } = await draw({})
    act(() => latchkey.actions.arrive({ kind: 'backup', begin: 'export' }))
    await settle()
    expect(screen.getByLabelText(words.import.passphrase)).toBeTruthy()
  })
})

describe('an import', () => {
  it('that the lock has ended says how far it came, and not that Latchkey is locked', async () => {
    await draw(backupScenes['backup-import-locked']?.snapshot ?? {})
    expect(screen.getByText(words.done.locked)).toBeTruthy()
    expect(screen.getByText(words.done.again)).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('marks a wrong passphrase at its field, and tells a damaged file beneath', async () => {
    let answer = fail('wrong-passphrase')
    await draw({ backupImport: { kind: 'chosen', ...file } }, { 'backup.open': () => answer })
    type(words.import.passphrase, 'not the one')
    await press(words.import.open)
    const field = screen.getByLabelText(words.import.passphrase)
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field)
    answer = fail('backup-damaged')
    await press(words.import.open)
    expect(screen.getByText(textFor('en').failures['backup-damaged'].title)).toBeTruthy()
  })

  it('forgets what was wrong with one file when another one is chosen, and waits for its passphrase', async () => {
    let chosen = false
    await draw(
      { backupImport: { kind: 'chosen', ...file } },
      { 'backup.open': () => fail('backup-damaged'), 'backup.choose': () => ok({ chosen }) },
    )
    const field = () => screen.getByLabelText(words.import.passphrase)
    const damaged = () => screen.queryByText(textFor('en').failures['backup-damaged'].title)
    type(words.import.passphrase, 'grey otters')
    await press(words.import.open)
    // Whoever thinks better of it in the dialog of the system still has the first file.
    const another = textFor('en').remedies['another-file']
    expect(screen.queryByRole('button', { name: words.import.another })).toBeNull()
    await press(another)
    expect(field()).toHaveProperty('value', 'grey otters')
    expect(damaged()).toBeTruthy()
    chosen = true
    await press(another)
    expect(field()).toHaveProperty('value', '')
    expect(document.activeElement).toBe(field())
    expect(damaged()).toBeNull()
  })

  it('is told to be opened, leads on to what would change, and back to its button', async () => {
    const scene = backupScenes['backup-preview']
    const { bridge } = await draw({}, scene?.answers)
    const begin = screen.getByRole('button', { name: words.import.begin })
    begin.focus()
    act(() => bridge.change({ backupImport: { kind: 'chosen', ...file } }))
    const field = screen.getByLabelText(words.import.passphrase)
    expect(document.activeElement).toBe(field)
    const said = listen()
    act(() => bridge.change({ backupImport: { kind: 'opening', ...file, done: 0, total: 0 } }))
    act(() => bridge.change({ backupImport: { kind: 'opening', ...file, done: 1, total: 2 } }))
    expect(said()).toEqual([words.import.opening])
    act(() => bridge.change({ backupImport: { kind: 'opened', ...file } }))
    const heading = await screen.findByRole('heading', { name: words.preview.title(file.file) })
    expect(document.activeElement).toBe(heading)
    act(() => bridge.change({ backupImport: { kind: 'idle' } }))
    expect(heading.isConnected).toBe(false)
    expect(document.activeElement).toBe(begin)
  })

  it('leaves whoever types elsewhere where they are, however far it comes', async () => {
    const { bridge } = await draw({}, backupScenes['backup-preview']?.answers)
    render(<input aria-label="elsewhere" />)
    const elsewhere = screen.getByLabelText('elsewhere')
    const begin = screen.getByRole('button', { name: words.import.begin })
    begin.focus()
    act(() => bridge.change({ backupImport: { kind: 'chosen', ...file } }))
    act(() => bridge.change({ backupImport: { kind: 'opening', ...file, done: 0, total: 0 } }))
    elsewhere.focus()
    // Even a moment without the focus would end what an input method composes.
    const left = vi.fn()
    elsewhere.addEventListener('blur', left)
    act(() => bridge.change({ backupImport: { kind: 'opened', ...file } }))
    expect(document.activeElement).toBe(elsewhere)
    await screen.findByRole('heading', { name: words.preview.title(file.file) })
    expect(document.activeElement).toBe(elsewhere)
    act(() => bridge.change({ backupImport: { kind: 'idle' } }))
    expect(document.activeElement).toBe(elsewhere)
    expect(left).not.toHaveBeenCalled()
  })

  it('leaves its preview without the focus where it was taken elsewhere before that came', async () => {
    const { bridge } = await draw(
      { backupImport: { kind: 'chosen', ...file } },
      backupScenes['backup-preview']?.answers,
    )
    render(<input aria-label="elsewhere" />)
    act(() => bridge.change({ backupImport: { kind: 'opened', ...file } }))
    screen.getByLabelText('elsewhere').focus()
    await screen.findByRole('heading', { name: words.preview.title(file.file) })
    expect(document.activeElement).toBe(screen.getByLabelText('elsewhere'))
  })

  it('shows everything that would change, and sends what is ticked and possible', async () => {
    const scene = backupScenes['backup-preview']
    const { bridge } = await draw(scene?.snapshot ?? {}, scene?.answers)
    const marks = [words.preview.tagged(['home', 'garden']), words.preview.comesActive]
    expect(screen.getByText(new RegExp(marks.join('; ')))).toBeTruthy()
    expect(screen.getByText(new RegExp(`; ${words.preview.comesHidden}$`))).toBeTruthy()
    const boxes = within(screen.getByRole('table', { name: words.preview.groups.account.title }))
    expect(boxes.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).checked)).toEqual([
      true,
      true,
      false,
    ])
    // Without its site, an account is not taken either.
    fireEvent.click(screen.getByRole('checkbox', { name: words.preview.takeAll('New sites') }))
    fireEvent.click(screen.getByRole('checkbox', { name: words.preview.takeAll('New sites') }))
    await press(words.preview.submit(2))
    expect(bridge.inputs('backup.import')).toEqual([{ items: [0, 8] }])
    const { title } = words.preview.groups.description
    fireEvent.click(screen.getByRole('checkbox', { name: words.preview.takeAll(title) }))
    await press(words.preview.submit(3))
    expect(bridge.inputs('backup.import')).toHaveLength(2)
    expect(bridge.inputs('backup.import').at(-1)).toEqual({ items: [0, 6, 8] })
  })

  it('has all of a kind ticked where all that can be taken is, and unticks them at once', async () => {
    const scene = backupScenes['backup-preview']
    await draw(scene?.snapshot ?? {}, scene?.answers)
    const { title } = words.preview.groups.account
    const accounts = within(screen.getByRole('table', { name: title }))
    const rows = () => accounts.getAllByRole<HTMLInputElement>('checkbox')
    const box = (name: string) =>
      screen.getByRole<HTMLInputElement>('checkbox', { name: words.preview.takeAll(name) })
    const sites = box(words.preview.groups.site.title)
    while (sites.checked || sites.indeterminate) fireEvent.click(sites)
    const possible = rows().filter((row) => row.getAttribute('aria-disabled') === null)
    expect(possible.length).toBeLessThan(rows().length)
    const all = box(title)
    const seen = () => ({
      all: all.checked,
      between: all.indeterminate,
      ticked: possible.map(({ checked }) => checked),
    })
    for (const row of possible) if (!row.checked) fireEvent.click(row)
    expect(seen()).toEqual({ all: true, between: false, ticked: possible.map(() => true) })
    fireEvent.click(all)
    expect(seen()).toEqual({ all: false, between: false, ticked: possible.map(() => false) })
    fireEvent.click(all)
    expect(seen()).toEqual({ all: true, between: false, ticked: possible.map(() => true) })
  })

  it('has no kind ticked of which nothing can be taken', async () => {
    const { adapter } = snapshot().accounts.find(({ adapter }) => adapter === 'cloudreve') ?? {}
    if (!adapter) throw new Error('The samples have no site')
    const place = { adapter, baseUrl: 'https://attic.example' }
    const told = { tags: [], hidden: false, active: false, token: true, password: false }
    const who = { email: 'anna@example.org', label: 'Attic' }
    const preview: BackupPreview = {
      items: [
        { kind: 'account', id: 0, ticked: true, site: 1, ...place, ...who, ...told },
        { kind: 'site', id: 1, ticked: false, ...place, name: 'Attic', plainHttp: false },
      ],
      same: 0,
      leftOut: { count: 0, named: [] },
    }
    await draw(
      { backupImport: { kind: 'opened', ...file } },
      { 'backup.preview': () => ok(preview) },
    )
    const box = screen.getByRole<HTMLInputElement>('checkbox', {
      name: words.preview.takeAll(words.preview.groups.account.title),
    })
    expect(box.checked).toBe(false)
    expect(box.getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(box)
    expect(box.checked).toBe(false)
  })
})
