/** The settings window. */
import './ui/sheets'
import { windowBridge } from './bridge'
import { SettingsWindow } from './features/settings/settings-window'
import { rootElement, startApp } from './start-app'
import { pageWords } from './words'

startApp({
  root: rootElement(),
  bridge: windowBridge(),
  words: pageWords(location.href),
  kind: 'settings',
  screen: <SettingsWindow />,
})
