/** The unlock window: the only one while Latchkey is locked. */
import { windowBridge } from './bridge'
import { UnlockWindow } from './features/unlock/unlock-window'
import { rootElement, startApp } from './start-app'

startApp(rootElement(), windowBridge(), <UnlockWindow />)
