/** The settings window. */
import { windowBridge } from './bridge'
import { SettingsWindow } from './features/settings/settings-window'
import { rootElement, startApp } from './start-app'

startApp(rootElement(), windowBridge(), <SettingsWindow />)
