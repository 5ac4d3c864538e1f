/**
 * The gallery: the real screens on a made-up bridge. `?scene=NAME` draws one, without it there is a
 * list of all; `lang` beside it is the language. It is no part of the program; `npm run gallery` builds
 * and drives it.
 */
import './gallery.css'
import '../ui/sheets'
import type { ReactNode } from 'react'
import type { WindowKind } from '../../shared/contract'
import { QuickLoginWindow } from '../features/quick-login/quick-login-window'
import { SettingsWindow } from '../features/settings/settings-window'
import { App } from '../features/shell/app'
import { UnlockWindow } from '../features/unlock/unlock-window'
import { rootElement, startApp } from '../start-app'
import { FakeBridge } from './fake-bridge'
import { lost, missingHeight } from './lost'
import { asked } from './page-language'
import type { GalleryPage, ScenePlan } from './page-api'
import { scenes, type Scene } from './scenes'
import { still } from './still'
import { galleryLanguage } from './words'

declare global {
  interface Window {
    gallery: GalleryPage
  }
}

const screens: Readonly<Record<WindowKind, ReactNode>> = {
  main: <App />,
  'quick-login': <QuickLoginWindow />,
  settings: <SettingsWindow />,
  unlock: <UnlockWindow />,
}

const root = rootElement()
const name = asked.get('scene')
const { locale, words } = galleryLanguage(asked.get('lang'))
const scene = name === null ? undefined : scenes[name]
window.gallery = {
  names: Object.keys(scenes),
  plan: scene && planOf(scene),
  still,
  pressWithCapsLock,
  showSubject,
  lost,
  missingHeight,
  // Loaded when it is asked for: pictures need none of it.
  audit: async () => (await import('./audit')).audit(),
}
if (scene) draw(root, scene)
else list(root)

function draw(into: HTMLElement, { snapshot, answers, place, window = 'main' }: Scene): void {
  const { mirror, actions } = startApp({
    root: into,
    bridge: new FakeBridge({ ...snapshot, locale }, answers),
    words,
    kind: window,
    screen: screens[window],
  })
  if (!place) return
  // As the tray does it: the window opens, then it is told where to go.
  const end = mirror.store.subscribe((state) => {
    if (!state.snapshot) return
    end()
    actions.goTo(place)
  })
}

function planOf({ window = 'main', typeInto, press = [], keys = [], ...then }: Scene): ScenePlan {
  return {
    ...{ window, press, keys },
    ...(typeInto && { typeInto }),
    ...(then.type !== undefined && { type: then.type }),
    ...(then.capsLock && { capsLock: then.capsLock }),
    ...(then.until !== undefined && { until: then.until }),
    ...(then.untilThere !== undefined && { untilThere: then.untilThere }),
  }
}

function pressWithCapsLock(): void {
  const press = { key: 'A', code: 'KeyA', modifierCapsLock: true, bubbles: true }
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press))
}

function showSubject(): void {
  const { subject, press } = scene ?? {}
  if (!subject || press) return
  const found =
    'selector' in subject
      ? document.querySelector(subject.selector)
      : [...document.querySelectorAll('h2')].find((one) => one.textContent === subject.heading)
  if (!found) throw new Error(`The scene does not have its subject: ${JSON.stringify(subject)}.`)
  found.scrollIntoView({ block: 'start' })
}

function list(into: HTMLElement): void {
  for (const scene of Object.keys(scenes)) {
    const link = document.createElement('a')
    link.href = `?scene=${scene}`
    link.textContent = scene
    into.append(link, document.createElement('br'))
  }
}
