/**
 * The main window; quick-login.tsx and settings.tsx are the two others. A window draws what the main
 * process says and sends what a person does; it has no network, no Node, and no room for a secret.
 * `stores` mirror the main process, `features` are the screens, `ui` the pieces they are made of, which
 * know nothing of accounts. `gallery` is not part of the program.
 */
import './ui/sheets'
import { windowBridge } from './bridge'
import { App } from './features/shell/app'
import { rootElement, startApp } from './start-app'
import { pageWords } from './words'

startApp({
  root: rootElement(),
  bridge: windowBridge(),
  words: pageWords(location.href),
  kind: 'main',
  screen: <App />,
})
