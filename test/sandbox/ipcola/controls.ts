import type { Faults } from '../kit/faults'
import type { MailboxStore } from '../mailbox/mailbox'
import { sendVcode } from './mail'
import type { IpcolaOperation, IpcolaSwitches } from './operations'
import type { IpcolaStore } from './store'

/** What a test can do to the IPCola of the sandbox beside its HTTP operations. */
export interface IpcolaControls {
  readonly switches: IpcolaSwitches
  readonly faults: Faults<IpcolaOperation>
  /** Adds a registered user. */
  addUser(user: { email: string; password: string; referenceKey?: string }): void
  /** Marks a user as forbidden (or not): login and user info say so. */
  forbid(email: string, forbidden?: boolean): void
  hasUser(email: string): boolean
  passwordOf(email: string): string | undefined
  /** A fresh token of a user. Throws when there is no such user. */
  tokenFor(email: string): string
  isValid(token: string): boolean
  revoke(token: string): void
  /** Withdraws every token of a user. */
  revokeAll(email: string): void
  /** What a person does on IPCola's own site: a vcode is mailed to the address. Gives the vcode. */
  requestVcode(email: string): string
  /** The vcode that is open for an address; a fresh one, without a mail, where there is none. */
  vcodeFor(email: string): string
  /** Makes the next request of an operation answer with this envelope and no effect. */
  forceStatus(operation: IpcolaOperation, metaStatus: number, message: string): void
}

export function ipcolaControls(
  store: IpcolaStore,
  mailbox: MailboxStore,
  switches: IpcolaSwitches,
  faults: Faults<IpcolaOperation>,
): IpcolaControls {
  function known(email: string) {
    const user = store.user(email)
    if (user === undefined) throw new Error(`IPCola has no user ${email}`)
    return user
  }
  return {
    switches,
    faults,
    addUser: ({ email, password, referenceKey }) => {
      store.addUser(email, password, referenceKey)
    },
    forbid: (email, forbidden = true) => {
      known(email).forbidden = forbidden
    },
    hasUser: (email) => store.user(email) !== undefined,
    passwordOf: (email) => store.user(email)?.password,
    tokenFor: (email) => store.issueToken(known(email)),
    isValid: (token) => store.userOf(token) !== undefined,
    revoke: (token) => {
      store.revoke(token)
    },
    revokeAll: (email) => {
      known(email).tokens.clear()
    },
    requestVcode: (email) => sendVcode(store, mailbox, email),
    vcodeFor: (email) => store.vcode(email) ?? store.issueVcode(email),
    forceStatus: (operation, metaStatus, message) => {
      const body = { meta_message: message, meta_status: metaStatus }
      faults.next(operation, { kind: 'answer', body })
    },
  }
}
