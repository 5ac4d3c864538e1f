import './ui/tokens.css'
import './ui/base.css'
import { Tooltip } from 'radix-ui'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from './bridge'
import { concealCopies } from './features/shell/concealed-copy'
import { Mishap } from './features/shell/mishap'
import { createLatchkey, LatchkeyProvider, type Latchkey } from './stores/context'

/** Draws one of the program's windows into an element, on a bridge. Gives its stores. */
export function startApp(root: HTMLElement, bridge: Bridge, screen: ReactNode): Latchkey {
  const latchkey = createLatchkey(bridge)
  latchkey.mirror.start()
  concealCopies(document, bridge)
  bridge.on('window.goTo', (wanted) => latchkey.actions.arrive(wanted))
  bridge.on('accounts.refreshed', (end) => latchkey.actions.tellRefreshed(end))
  createRoot(root).render(
    <StrictMode>
      <LatchkeyProvider latchkey={latchkey}>
        <Tooltip.Provider delayDuration={400}>
          <Mishap>{screen}</Mishap>
        </Tooltip.Provider>
      </LatchkeyProvider>
    </StrictMode>,
  )
  return latchkey
}

/** The element that every page of the program has for what is drawn. */
export function rootElement(): HTMLElement {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no element with the id "root".')
  return root
}
