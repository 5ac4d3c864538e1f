import { StrictMode, useEffect, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { WindowKind } from '../shared/contract'
import type { Bridge } from './bridge'
import { concealCopies } from './features/shell/concealed-copy'
import { Mishap } from './features/shell/mishap'
import {
  createLatchkey,
  LatchkeyProvider,
  useMirror,
  useSpoken,
  type Latchkey,
} from './stores/context'
import { readParts } from './ui/later'
import { Tooltip } from './ui/tooltip'
import type { Words } from './words'

/** One of the program's windows, and what it needs from around it. */
export interface AppParts {
  readonly root: HTMLElement
  readonly bridge: Bridge
  readonly words: Words
  readonly kind: WindowKind
  readonly screen: ReactNode
}

/** Draws one of the program's windows into an element, on a bridge. Gives its stores. */
export function startApp({ root, bridge, words, kind, screen }: AppParts): Latchkey {
  const latchkey = createLatchkey(bridge, words)
  latchkey.mirror.start()
  concealCopies(document, bridge)
  bridge.on('window.goTo', (wanted) => latchkey.actions.arrive(wanted))
  bridge.on('accounts.refreshed', (end) => latchkey.actions.tellRefreshed(end))
  createRoot(root).render(
    <StrictMode>
      <LatchkeyProvider latchkey={latchkey}>
        <PageLanguage kind={kind} />
        <LaterParts />
        <Mishap>{screen}</Mishap>
        <Tooltip />
      </LatchkeyProvider>
    </StrictMode>,
  )
  return latchkey
}

const soon = { timeout: 500 }

/** Has read what the window needs later, once what it shows first has been painted. */
function LaterParts() {
  const drawn = useMirror(({ snapshot }) => snapshot !== undefined)
  useEffect(() => {
    // The frame that is asked for paints what was drawn together with this; the page is idle after it. On a
    // computer that is busy elsewhere it may never be, and somebody may be waiting for a part by then.
    if (drawn) requestAnimationFrame(() => requestIdleCallback(() => void readParts(), soon))
  }, [drawn])
  return null
}

/** Says what the page is called and what language it is in: to the system, to fonts, to screen readers. */
function PageLanguage({ kind }: Pick<AppParts, 'kind'>) {
  const { locale, text } = useSpoken()
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = text.app.windowTitles[kind]
  }, [locale, text, kind])
  return null
}

/** The element that every page of the program has for what is drawn. */
export function rootElement(): HTMLElement {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no element with the id "root".')
  return root
}
