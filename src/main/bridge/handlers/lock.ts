/** Calls about the lock. How it goes is told by the state's `lock`. */
import { ok, type Result } from '../../../shared/failure'
import type { Lock } from '../../lock/lock'
import type { Handlers } from '../dispatcher'

type LockCalls = Extract<keyof Handlers, `lock.${string}`>

export function lockHandlers(lock: Lock): Pick<Handlers, LockCalls> {
  return {
    'lock.turnOn': async ({ passphrase }) => done(await lock.turnOn(passphrase)),
    'lock.turnOff': async ({ passphrase }) => done(await lock.turnOff(passphrase)),
    'lock.goOn': async () => done(await lock.goOn()),
    'lock.stop': () => {
      lock.stop()
      return ok(null)
    },
    'lock.change': async ({ passphrase, next }) => done(await lock.change(passphrase, next)),
    'lock.lock': () => {
      lock.lock()
      return ok(null)
    },
    'lock.unlock': async ({ passphrase }) => done(await lock.unlock(passphrase)),
  }
}

function done(result: Result<void>): Result<null> {
  return result.ok ? ok(null) : result
}
