/** The quick-login window: small, above others, and there at once. */
import { windowBridge } from './bridge'
import { QuickLoginWindow } from './features/quick-login/quick-login-window'
import { rootElement, startApp } from './start-app'

startApp(rootElement(), windowBridge(), <QuickLoginWindow />)
