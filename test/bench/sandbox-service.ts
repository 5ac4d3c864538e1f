/** The sandbox's Cloudreve with one account, in a thread of its own. Tells its port's base URL when it listens. */
import { parentPort, workerData } from 'node:worker_threads'
import { startSandbox } from '../sandbox/sandbox'

export interface SandboxServiceData {
  readonly email: string
  readonly password: string
}

const { email, password } = workerData as SandboxServiceData
const sandbox = await startSandbox()
sandbox.cloudreve.addUser({ email, password })
parentPort?.postMessage(sandbox.urls.cloudreve)
