/** The lock. What belongs to a form, its passphrase above all, is given back instead of told. */
import type { ActionParts } from './action-parts'

export function lockActions({ bridge, orTell }: ActionParts) {
  return {
    setPassphrase: (passphrase: string) => bridge.call('lock.turnOn', { passphrase }),
    removePassphrase: (passphrase: string) => bridge.call('lock.turnOff', { passphrase }),
    changePassphrase: (passphrase: string, next: string) =>
      bridge.call('lock.change', { passphrase, next }),
    unlock: (passphrase: string) => bridge.call('lock.unlock', { passphrase }),
    lockNow: () => orTell(() => bridge.call('lock.lock', {})),
    goOnResealing: () => orTell(() => bridge.call('lock.goOn', {})),
    stopResealing: () => orTell(() => bridge.call('lock.stop', {})),
  }
}
