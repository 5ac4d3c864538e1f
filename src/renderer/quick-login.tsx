/** The quick-login window: small, above others, and there at once. */
import './ui/sheets'
import { windowBridge } from './bridge'
import { QuickLoginWindow } from './features/quick-login/quick-login-window'
import { rootElement, startApp } from './start-app'
import { pageWords } from './words'

startApp({
  root: rootElement(),
  bridge: windowBridge(),
  words: pageWords(location.href),
  kind: 'quick-login',
  screen: <QuickLoginWindow />,
})
