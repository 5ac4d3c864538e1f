/**
 * The window. It draws what the main process says and sends what a person does; it has no network, no
 * Node, and no room for a secret. `stores` mirror the main process, `features` are the screens, `ui`
 * the pieces they are made of, which know nothing of accounts. `gallery` is not part of the program.
 */
import { windowBridge } from './bridge'
import { startApp } from './start-app'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')
startApp(root, windowBridge())
