import type { Keychain } from '../keychain/keychain'
import type { Log } from '../log'

/** Tells the log how the keychain is, each time that changes. */
export function logKeychain(keychain: Pick<Keychain, 'onState'>, log: Log): void {
  let last = ''
  keychain.onState((state) => {
    const words = state.kind === 'unavailable' ? `unavailable (${state.reason})` : state.kind
    if (words !== last) log.info(`keychain is ${words}`)
    last = words
  })
}
