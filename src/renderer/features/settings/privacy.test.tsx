// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../shared/contract'
import { fail, ok } from '../../../shared/failure'
import type { FakeAnswers } from '../../gallery/fake-bridge'
import { sampleDiagnostics } from '../../gallery/privacy-scenes'
import { settings } from '../../gallery/samples'
import { open, press, text } from './settings-rig'

const words = text.privacy
const on = (platform: Snapshot['surroundings']['platform']) => ({
  surroundings: { host: 'electron', platform, version: '0.1.0' } as const,
})

afterEach(cleanup)

describe('privacy and screen', () => {
  it('sets how long a copied token stays', async () => {
    const bridge = await open()
    await press(screen.getByRole('radio', { name: 'After 2 minutes' }))
    await press(screen.getByRole('radio', { name: 'After 10 seconds' }))
    expect(bridge.inputs('settings.change')).toEqual([
      { clipboardSeconds: 120 },
      { clipboardSeconds: 10 },
    ])
  })

  it('shows a time that only the file could set', async () => {
    await open({ settings: { ...settings, clipboardSeconds: 45 } })
    const radio = screen.getByRole('radio', { name: 'After 45 seconds' })
    expect(radio.getAttribute('aria-checked')).toBe('true')
  })

  it('protects the windows’ content where the system can', async () => {
    const bridge = await open(on('mac'))
    await press(screen.getByRole('switch', { name: words.contentProtection }))
    expect(bridge.inputs('settings.change')).toEqual([{ contentProtection: true }])
  })

  it('says on Linux that it cannot, also to who had it set elsewhere', async () => {
    const bridge = await open({
      ...on('linux'),
      settings: { ...settings, contentProtection: true },
    })
    const protects = screen.getByRole('switch', { name: words.contentProtection })
    await press(protects)
    expect(bridge.inputs('settings.change')).toEqual([])
    expect(protects.getAttribute('aria-checked')).toBe('false')
    expect(screen.getByText(words.contentProtectionUnavailable)).toBeTruthy()
  })

  it('hides addresses by its switch and by its keys', async () => {
    const bridge = await open()
    await press(screen.getByRole('switch', { name: words.hideAddresses }))
    const keys = { key: 'H', code: 'KeyH', ctrlKey: true, shiftKey: true }
    await act(async () => {
      fireEvent.keyDown(document.body, keys)
      await Promise.resolve()
    })
    expect(bridge.inputs('settings.change')).toEqual([
      { hideAddresses: true },
      { hideAddresses: true },
    ])
  })
})

describe('diagnostics', () => {
  const read: FakeAnswers = {
    'diagnostics.read': () => ok({ id: 'text-1', text: sampleDiagnostics }),
    'diagnostics.copy': () => ok(null),
    'diagnostics.showLog': () => ok(null),
  }
  const view = async (answers: FakeAnswers) => {
    const bridge = await open({}, answers)
    await press(screen.getByRole('button', { name: text.diagnostics.open }))
    return bridge
  }

  it('show the whole text, and have that very text copied', async () => {
    const bridge = await view(read)
    expect(screen.getByLabelText(text.diagnostics.whatIsCopied).textContent).toBe(sampleDiagnostics)
    expect(bridge.inputs('diagnostics.copy')).toEqual([])
    await press(screen.getByRole('button', { name: text.diagnostics.copy }))
    expect(bridge.inputs('diagnostics.copy')).toEqual([{ id: 'text-1' }])
    expect(screen.getByRole('status').textContent).toContain(text.diagnostics.copied)
  })

  it('say what went wrong, and that nothing was copied', async () => {
    await view({ ...read, 'diagnostics.copy': () => fail('not-found') })
    await press(screen.getByRole('button', { name: text.diagnostics.copy }))
    expect(screen.getByRole('alert').textContent).toContain(text.failures['not-found'].title)
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it('cannot be copied before they can be read', async () => {
    const bridge = await view({ ...read, 'diagnostics.read': () => fail('internal') })
    await press(screen.getByRole('button', { name: text.diagnostics.copy }))
    expect(bridge.inputs('diagnostics.copy')).toEqual([])
    expect(screen.getByRole('alert')).toBeTruthy()
  })

  it('lead to the log’s folder', async () => {
    const bridge = await view(read)
    await press(screen.getByRole('button', { name: text.diagnostics.showLog }))
    expect(bridge.inputs('diagnostics.showLog')).toHaveLength(1)
  })
})
