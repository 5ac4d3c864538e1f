import type { Faults } from '../kit/faults'
import type { RuuviOperation } from './operations'
import type { RuuviRefusal, RuuviSwitches } from './refusals'
import type { RuuviSensor, RuuviStore } from './store'

/** What a test can do to the Ruuvi Cloud of the sandbox beside its HTTP operations. */
export interface RuuviControls {
  readonly switches: RuuviSwitches
  readonly faults: Faults<RuuviOperation>
  /** Adds a user who has verified before: the next verify says `newUser: false`. */
  addUser(email: string, sensors?: readonly RuuviSensor[]): void
  hasUser(email: string): boolean
  /** A fresh session's token. Throws when there is no such user. */
  tokenFor(email: string): string
  /** Opens a session of a user under a token of the test's own. */
  accept(email: string, token: string): void
  isValid(token: string): boolean
  revoke(token: string): void
  /** How many sessions a user has. */
  sessionCount(email: string): number
  /** The newest code of an address that still works; a fresh one, without a mail, where there is none. */
  codeFor(email: string): string
  /** Makes the next request of an operation answer with this error and no effect. */
  forceError(operation: RuuviOperation, refusal: RuuviRefusal): void
}

export function ruuviControls(
  store: RuuviStore,
  switches: RuuviSwitches,
  faults: Faults<RuuviOperation>,
): RuuviControls {
  function known(email: string) {
    const user = store.user(email)
    if (user === undefined) throw new Error(`Ruuvi has no user ${email}`)
    return user
  }
  return {
    switches,
    faults,
    addUser: (email, sensors) => {
      store.addUser(email, sensors)
    },
    hasUser: (email) => store.user(email) !== undefined,
    tokenFor: (email) => store.openSession(known(email)).token,
    accept: (email, token) => {
      store.openSession(known(email), token)
    },
    isValid: (token) => store.session(token) !== undefined,
    revoke: (token) => {
      store.end((session) => session.token === token)
    },
    sessionCount: (email) => store.sessionsOf(known(email)).length,
    codeFor: (email) => store.openCode(email) ?? store.issueCode(email, false, switches.codeLength),
    forceError: (operation, { status, ...body }) => {
      faults.next(operation, { kind: 'answer', status, body: { result: 'error', ...body } })
    },
  }
}
