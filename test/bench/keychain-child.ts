/** Starts the built keychain process as a child, where Electron would start a utility process. */
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

Object.assign(process, {
  parentPort: {
    on: (event: string, listener: (message: { readonly data: unknown }) => void) =>
      process.on(event, (data: unknown) => listener({ data })),
    postMessage: (message: unknown) => process.send?.(message),
  },
})
createRequire(import.meta.url)(resolve('out/main/keychain.cjs'))
