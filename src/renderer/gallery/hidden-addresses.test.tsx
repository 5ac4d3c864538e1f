// @vitest-environment jsdom
/** Every screen there is, while addresses are hidden: none of them shows or tells one. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { WindowKind } from '../../shared/contract'
import { QuickLoginWindow } from '../features/quick-login/quick-login-window'
import { SettingsWindow } from '../features/settings/settings-window'
import { App } from '../features/shell/app'
import { UnlockWindow } from '../features/unlock/unlock-window'
import { createLatchkey, LatchkeyProvider } from '../stores/context'
import { makeWide } from '../stores/width-rig'
import { readParts } from '../ui/later'
import { standInForDrawing } from '../ui/drawing-rig'
import { FakeBridge } from './fake-bridge'
import { english } from './words'
import { accounts } from './samples'
import { scenes, type Scene } from './scenes'

const windows: Readonly<Record<WindowKind, ReactNode>> = {
  main: <App />,
  'quick-login': <QuickLoginWindow />,
  settings: <SettingsWindow />,
  unlock: <UnlockWindow />,
}

beforeAll(async () => {
  await readParts()
  makeWide()
  standInForDrawing()
})
afterEach(cleanup)

const soon = () => act(() => new Promise<void>((done) => setTimeout(done)))

/** Draws a scene, as the gallery does, with its addresses hidden from the start or later. */
async function draw(scene: Scene, hideAddresses: boolean) {
  const { snapshot, answers, place, window = 'main', press = [], keys = [] } = scene
  const settings = { ...snapshot.settings, hideAddresses }
  const bridge = new FakeBridge({ ...snapshot, settings }, answers)
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  render(<LatchkeyProvider latchkey={latchkey}>{windows[window]}</LatchkeyProvider>)
  await soon()
  if (place) act(() => latchkey.actions.goTo(place))
  await soon()
  for (const name of press) {
    // By its words or its label alone: looking for roles takes jsdom seconds.
    const [button] = [...screen.queryAllByText(name), ...screen.queryAllByLabelText(name)]
    if (!button) throw new Error(`Nothing called ${name} is there to be pressed.`)
    fireEvent.pointerDown(button, { button: 0, ctrlKey: false })
    fireEvent.click(button)
    await soon()
  }
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key })
  await soon()
  return { bridge, settings }
}

/** Whatever a person sees or is read to: texts, attributes, and what fields show. */
function told(): string {
  const parts = [document.body.textContent]
  for (const element of document.body.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      // React writes the value that a field began with into this attribute, which nobody is told.
      if (name !== 'value') parts.push(value)
    }
    // A field of dots tells dots.
    if (element instanceof HTMLInputElement && element.type !== 'password')
      parts.push(element.value)
  }
  return parts.join('\n')
}

function sceneOf(name: string): Scene {
  const scene = scenes[name]
  if (!scene) throw new Error(`There is no scene ${name}.`)
  return scene
}

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/

/** Failures differ in their words; the one that brings a service's own along stands for all. */
const worthwhile = Object.keys(scenes).filter(
  (name) => !name.startsWith('failure-') || name === 'failure-service-error',
)

describe('while addresses are hidden', () => {
  it('there is something to hide', async () => {
    await draw(sceneOf('home'), false)
    expect(told()).toMatch(address)
  })

  it.each(worthwhile)('the screen %s has none', async (name) => {
    await draw(sceneOf(name), true)
    const all = told()
    expect(all).not.toMatch(address)
    for (const { email } of accounts) expect(all).not.toContain(email)
  })

  it.each(['home', 'account-waiting', 'flow-code', 'account-copied', 'backup-preview'])(
    'the screen %s loses those that it has shown',
    async (name) => {
      const { bridge, settings } = await draw(sceneOf(name), false)
      act(() => bridge.change({ settings: { ...settings, hideAddresses: true } }))
      expect(told()).not.toMatch(address)
      act(() => bridge.change({ settings: { ...settings, hideAddresses: false } }))
      expect(told()).toMatch(address)
    },
  )
})
