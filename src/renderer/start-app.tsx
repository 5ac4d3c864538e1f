import './ui/tokens.css'
import './ui/base.css'
import { Tooltip } from 'radix-ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from './bridge'
import { App } from './features/shell/app'
import { Mishap } from './features/shell/mishap'
import { createLatchkey, LatchkeyProvider, type Latchkey } from './stores/context'

/** Draws the program into an element, on a bridge. Gives its stores. */
export function startApp(root: HTMLElement, bridge: Bridge): Latchkey {
  const latchkey = createLatchkey(bridge)
  latchkey.mirror.start()
  bridge.on('window.goTo', (wanted) => latchkey.actions.goTo(wanted))
  createRoot(root).render(
    <StrictMode>
      <LatchkeyProvider latchkey={latchkey}>
        <Tooltip.Provider delayDuration={400}>
          <Mishap>
            <App />
          </Mishap>
        </Tooltip.Provider>
      </LatchkeyProvider>
    </StrictMode>,
  )
  return latchkey
}
