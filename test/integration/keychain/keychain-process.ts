/**
 * Builds the keychain process as the app's build does and starts it as a child of the test, where
 * Electron would start a utility process.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { KeychainChild } from '../../../src/main/keychain/supervisor'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface BuiltProcess {
  /** Starts one, which finds the keyring by `env`. */
  spawn(env: NodeJS.ProcessEnv): KeychainChild & { readonly child: ChildProcess }
  /** Every process that was started, in order. */
  readonly started: readonly ChildProcess[]
  remove(): Promise<void>
}

/** What Electron puts into a utility process, made of a child process's own channel. */
const bootstrap = `
process.parentPort = {
  on: (event, listener) => process.on(event, (data) => listener({ data })),
  postMessage: (message) => process.send(message),
}
require('./process.cjs')
`

export async function buildKeychainProcess(): Promise<BuiltProcess> {
  // Below the project, so that keytar is found as it is from out/main.
  await mkdir(join(root, 'out'), { recursive: true })
  const folder = await mkdtemp(join(root, 'out', 'keychain-test-'))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: 'src/main/keychain/process.ts',
      target: 'node20',
      outDir: folder,
      rolldownOptions: {
        external: ['keytar'],
        output: { format: 'cjs', entryFileNames: 'process.cjs' },
      },
    },
  })
  const entry = join(folder, 'start.cjs')
  await writeFile(entry, bootstrap)
  const started: ChildProcess[] = []
  return {
    started,
    spawn(env) {
      const child = fork(entry, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      started.push(child)
      return asKeychainChild(child)
    },
    async remove() {
      for (const child of started) child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function asKeychainChild(child: ChildProcess): KeychainChild & { readonly child: ChildProcess } {
  child.on('error', () => child.kill('SIGKILL'))
  return {
    child,
    pid: child.pid,
    postMessage: (message) => {
      child.send(message)
    },
    on: (event: 'message' | 'exit', listener: (message: unknown) => void) =>
      child.on(event, listener),
    kill: () => child.kill(),
  }
}
