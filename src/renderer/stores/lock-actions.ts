/** The lock. What belongs to a form, its passphrase above all, is given back instead of told. */
import type { Failure, Result } from '../../shared/failure'
import type { Bridge } from '../bridge'

export interface LockActionsOptions {
  readonly bridge: Bridge
  readonly tellFailure: (failure: Failure) => void
}

export function lockActions({ bridge, tellFailure }: LockActionsOptions) {
  async function orTell(answer: Promise<Result<null>>): Promise<void> {
    const given = await answer
    if (!given.ok) tellFailure(given.failure)
  }
  return {
    setPassphrase: (passphrase: string) => bridge.call('lock.turnOn', { passphrase }),
    removePassphrase: (passphrase: string) => bridge.call('lock.turnOff', { passphrase }),
    changePassphrase: (passphrase: string, next: string) =>
      bridge.call('lock.change', { passphrase, next }),
    unlock: (passphrase: string) => bridge.call('lock.unlock', { passphrase }),
    lockNow: () => orTell(bridge.call('lock.lock', {})),
    goOnResealing: () => orTell(bridge.call('lock.goOn', {})),
    stopResealing: () => orTell(bridge.call('lock.stop', {})),
  }
}
