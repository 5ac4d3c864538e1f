/** Makes `require('electron')` in the app give the host's module, and starts the app's main file. */
import Module, { createRequire } from 'node:module'

/** Node's loader, as far as it is used; its types do not show these two. */
interface Loader {
  _load(request: string, parent: unknown, isMain: boolean): unknown
}

/**
 * Loads the app's main file, a CommonJS one, with `electron` in the place of the module of that name.
 * Throws what the file throws.
 */
export function loadApp(mainFile: string, electron: object): void {
  // Node documents no other way to give a name to a module that is no file.
  const loader = Module as unknown as Loader
  const load = loader._load.bind(Module)
  loader._load = (request, parent, isMain) =>
    request === 'electron' || request === 'electron/main' || request === 'electron/common'
      ? electron
      : load(request, parent, isMain)
  createRequire(mainFile)(mainFile)
}
