/** The unlock window: the only one while Latchkey is locked. */
import './ui/sheets'
import { windowBridge } from './bridge'
import { UnlockWindow } from './features/unlock/unlock-window'
import { rootElement, startApp } from './start-app'
import { pageWords } from './words'

startApp({
  root: rootElement(),
  bridge: windowBridge(),
  words: pageWords(location.href),
  kind: 'unlock',
  screen: <UnlockWindow />,
})
