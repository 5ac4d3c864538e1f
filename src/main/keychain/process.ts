/**
 * The keychain process: the only place that loads keytar, so that a crash or a hang of native code
 * costs a process that can be started anew, and neither the app nor a secret. It answers one request
 * after the other and knows nothing of accounts; rules belong to the client.
 */
import { KeychainWorker, type Keytar } from './worker'
import { connectKeychainBus } from './keychain-bus'
import { isKeychainRequest, type KeychainMessage, type KeychainRequest } from './protocol'
import { SecretService } from './secret-service'

const connectLimit = 2000

type Perform = Extract<KeychainRequest, { kind: 'perform' }>

/** The parent, as Electron gives it to a utility process. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  postMessage(message: KeychainMessage): void
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
}

let loaded: Keytar | undefined

/** Loaded at the first use, so that a missing libsecret is an answer and not the end of the process. */
async function loadKeytar(): Promise<Keytar> {
  // keytar is CommonJS and its functions cannot be told from outside: Node offers only `default`.
  // Kept, because Node looks for the module anew with each import.
  loaded ??= (await import('keytar')).default
  return loaded
}

function start(parent: ParentPort): void {
  const secretService =
    process.platform === 'linux'
      ? new SecretService({
          connect: () => connectKeychainBus(process.env, connectLimit),
          answerLimit: 5000,
          startLimit: 15_000,
          onChanged: () => parent.postMessage({ kind: 'changed' }),
        })
      : undefined
  const worker = new KeychainWorker({ loadKeytar, secretService })

  const perform = async ({ id, operation }: Perform): Promise<void> => {
    const onAsking = () => parent.postMessage({ kind: 'asking', id })
    const answer = await worker.perform(operation, onAsking)
    parent.postMessage({ kind: 'answer', id, answer })
  }

  let queue = Promise.resolve()
  parent.on('message', ({ data }) => {
    if (!isKeychainRequest(data)) return
    // The client has one request under way at a time, so that is the one whose prompt it leaves.
    if (data.kind === 'leave') worker.leavePrompt()
    else queue = queue.then(() => perform(data))
  })
}

const parent: unknown = Reflect.get(process, 'parentPort')
if (!isParentPort(parent)) throw new Error('The keychain process was started without a parent.')
// Electron ends its utility processes with the app; where a plain child process stands in for one,
// the end of the channel is the end of the parent.
process.once('disconnect', () => process.exit(0))
start(parent)
